import { DomainError } from '@guangyue/platform/errors'
import { type ProblemState, problemLabels } from './model.ts'

export class ProblemUnknown extends DomainError {
  readonly code = 'ledger.problem-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这个问题，或者它不属于您能查看的范围', todo: '请回到问题清单重新选择' })
  }
}

export class ProblemStepNotPossible extends DomainError<{ state: ProblemState }> {
  readonly code = 'ledger.problem-step-not-possible'
  readonly kind = 'conflict'

  constructor(label: string, state: ProblemState) {
    super(
      { what: `这个问题${problemLabels[state]}，不能${label}`, kept: '没有作任何改动', todo: '请刷新后查看' },
      { state },
    )
  }
}

export class NotTheProblemsUnit extends DomainError {
  readonly code = 'ledger.not-the-problems-unit'
  readonly kind = 'forbidden'

  constructor(unit: string, label: string) {
    super({ what: `${label}由${unit}办理，您的单位不是`, kept: '没有作任何改动', todo: '请与该单位联系' })
  }
}

/** Whoever has to solve a problem does not confirm its solution. */
export class OwnerCannotConfirm extends DomainError {
  readonly code = 'ledger.owner-cannot-confirm'
  readonly kind = 'forbidden'

  constructor() {
    super({
      what: '责任单位不能确认自己的问题已经解决',
      kept: '问题仍待确认',
      todo: '请由督查室或牵头单位确认',
    })
  }
}

export class RemedyUnknown extends DomainError {
  readonly code = 'ledger.remedy-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这条整改措施', todo: '请刷新后查看' })
  }
}

/** What a finding raised goes by the finding. */
export class FollowsItsFinding extends DomainError {
  readonly code = 'ledger.follows-its-finding'
  readonly kind = 'conflict'

  constructor(label: string) {
    super({
      what: `这个问题由督查发现提出，不能在这里${label}`,
      kept: '没有作任何改动',
      todo: '请在该发现上报告整改、核验和销号，销号后问题自动解决',
    })
  }
}
