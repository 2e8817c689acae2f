import { DomainError } from '@guangyue/platform/errors'
import { type ReportState, reportLabels } from './model.ts'

export class ReportUnknown extends DomainError {
  readonly code = 'ledger.report-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这份报告，或者它不属于您能查看的范围', todo: '请回到月调度，从清单进入' })
  }
}

export class PeriodUnknown extends DomainError {
  readonly code = 'ledger.period-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这个调度期', todo: '请回到月调度重新选择' })
  }
}

export class SchemeUnknown extends DomainError {
  readonly code = 'ledger.scheme-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这个调度安排', todo: '请回到调度安排重新选择' })
  }
}

export class PeriodClosed extends DomainError {
  readonly code = 'ledger.period-closed'
  readonly kind = 'conflict'

  constructor() {
    super({
      what: '本期调度已经截止',
      kept: '已报的内容保持原样',
      todo: '请把新的进展写入下一期；本期有误的，请与督查室联系',
    })
  }
}

/** The month was opened before; a second click. */
export class PeriodOpenAlready extends DomainError {
  readonly code = 'ledger.period-open-already'
  readonly kind = 'conflict'

  constructor(month: string) {
    super({ what: `${month}的调度已经开启`, kept: '没有重复开启', todo: '请在月调度中查看本期' })
  }
}

export class ReportNotPossible extends DomainError<{ state: ReportState }> {
  readonly code = 'ledger.report-not-possible'
  readonly kind = 'conflict'

  constructor(act: string, state: ReportState) {
    super(
      { what: `这份报告${reportLabels[state]}，不能${act}`, kept: '没有作任何改动', todo: '请刷新后查看' },
      { state },
    )
  }
}

/** A report is its unit's own. */
export class NotTheUnit extends DomainError {
  readonly code = 'ledger.not-the-unit'
  readonly kind = 'forbidden'

  constructor(unit: string, act: string) {
    super({ what: `这份报告由${unit}${act}，您的单位不是`, kept: '没有作任何改动', todo: '请从本单位的待报清单进入' })
  }
}

/** Who signs is a head of the unit and not the one who wrote it. */
export class OwnSignature extends DomainError {
  readonly code = 'ledger.own-signature'
  readonly kind = 'forbidden'

  constructor() {
    super({
      what: '报告不能由起草人自己签发',
      kept: '报告仍是草稿，内容没有改动',
      todo: '请由本单位的另一位负责人签发，或由经办人起草后再签发',
    })
  }
}
