import { DomainError } from '@guangyue/platform/errors'
import { type FindingState, findingLabels } from './model.ts'

export class InspectionUnknown extends DomainError {
  readonly code = 'ledger.inspection-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这次督查活动，或者它不属于您能查看的范围', todo: '请回到督查活动重新选择' })
  }
}

export class FindingUnknown extends DomainError {
  readonly code = 'ledger.finding-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这条督查发现，或者它不属于您能查看的范围', todo: '请回到督查活动，从清单进入' })
  }
}

/** Findings come from the days of the inspection, not from before. */
export class InspectionNotBegun extends DomainError<{ from: string }> {
  readonly code = 'ledger.inspection-not-begun'
  readonly kind = 'conflict'

  constructor(from: string) {
    super(
      {
        what: `这次督查从 ${from} 开始，现在还不能登记发现`,
        kept: '没有登记',
        todo: '请在督查开始后登记；日期有变的，请先修改方案',
      },
      { from },
    )
  }
}

/** Findings are entered by the team or the office. */
export class NotOfTheTeam extends DomainError {
  readonly code = 'ledger.not-of-the-team'
  readonly kind = 'forbidden'

  constructor() {
    super({ what: '只有督查组成员和督查室可以登记', kept: '没有登记', todo: '请由督查室把您列入督查组' })
  }
}

export class FindingStepNotPossible extends DomainError<{ state: FindingState }> {
  readonly code = 'ledger.finding-step-not-possible'
  readonly kind = 'conflict'

  constructor(label: string, state: FindingState) {
    super(
      { what: `这条发现${findingLabels[state]}，不能${label}`, kept: '没有作任何改动', todo: '请刷新后查看' },
      { state },
    )
  }
}

/** A finding is mended by its owner and signed by the owner's head. */
export class NotTheFindingsUnit extends DomainError {
  readonly code = 'ledger.not-the-findings-unit'
  readonly kind = 'forbidden'

  constructor(unit: string, act: string) {
    super({ what: `这条发现由${unit}${act}，您不能办理`, kept: '没有作任何改动', todo: '请与该单位联系' })
  }
}

/** Who wrote the mending does not sign it. */
export class OwnMending extends DomainError {
  readonly code = 'ledger.own-mending'
  readonly kind = 'forbidden'

  constructor() {
    super({
      what: '整改情况不能由填写人自己签报',
      kept: '填写的内容和证明材料都在',
      todo: '请由本单位的另一位负责人签报，或由经办人填写后再签报',
    })
  }
}

/** The owner of a finding never verifies it. */
export class OwnerCannotVerify extends DomainError {
  readonly code = 'ledger.owner-cannot-verify'
  readonly kind = 'forbidden'

  constructor() {
    super({
      what: '责任单位不能核验自己的整改',
      kept: '没有作任何改动',
      todo: '请由督查室或方案中的核验单位核验',
    })
  }
}
