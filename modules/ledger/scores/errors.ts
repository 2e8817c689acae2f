import { DomainError } from '@guangyue/platform/errors'

export class ScoresNotReady extends DomainError {
  readonly code = 'ledger.scores-not-ready'
  readonly kind = 'conflict'

  constructor(why: string) {
    super({ what: `还不能公布本期考评：${why}`, kept: '没有作任何改动', todo: '请先完成后再公布' })
  }
}

export class ScoresIssued extends DomainError {
  readonly code = 'ledger.scores-issued'
  readonly kind = 'conflict'

  constructor() {
    super({
      what: '本期考评已经公布',
      kept: '已公布的分数没有改动',
      todo: '需要更正的，由被考评单位对该行提出异议后处理',
    })
  }
}

export class ScoresUnknown extends DomainError {
  readonly code = 'ledger.scores-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这一期的考评，或这一行不属于您能查看的范围', todo: '请回到考评重新选择' })
  }
}

export class ObjectionTooLate extends DomainError {
  readonly code = 'ledger.objection-too-late'
  readonly kind = 'conflict'

  constructor(last: string) {
    super({
      what: `提出异议的期限已过（${last}止）`,
      kept: '分数没有改动',
      todo: '《政府督查工作条例》第十七条规定自收到结论之日起30日内提出',
    })
  }
}

export class ObjectionOpen extends DomainError {
  readonly code = 'ledger.objection-open'
  readonly kind = 'conflict'

  constructor() {
    super({ what: '这一行已有待处理的异议', kept: '原异议仍在处理', todo: '请等待答复，或向处理人补充说明' })
  }
}

/** An objection is decided by others than those who issued the scores or raised it. */
export class AuthorCannotDecide extends DomainError {
  readonly code = 'ledger.author-cannot-decide'
  readonly kind = 'forbidden'

  constructor() {
    super({
      what: '异议不能由公布考评的人或提出异议的人处理',
      kept: '异议仍待处理',
      todo: '请由督查室的另一位工作人员处理（《政府督查工作条例》第十七条）',
    })
  }
}

export class NotARankSheet extends DomainError {
  readonly code = 'ledger.not-a-rank-sheet'
  readonly kind = 'invalid'

  constructor() {
    super({
      what: '这不是省评名次的登记表：缺少“指标”“上年名次”“名次”“出处”或“指标编号”一列',
      kept: '没有登记任何名次',
      todo: '请先下载登记表，在表上填写后再上传',
    })
  }
}

export class LineNotPending extends DomainError {
  readonly code = 'ledger.line-not-pending'
  readonly kind = 'conflict'

  constructor() {
    super({
      what: '这一行不是待定，已有结果',
      kept: '分数没有改动',
      todo: '需要更正的，由被考评单位对该行提出异议后处理',
    })
  }
}

/** There is nothing yet to object to. */
export class LinePending extends DomainError {
  readonly code = 'ledger.line-pending'
  readonly kind = 'conflict'

  constructor() {
    super({ what: '这一行还待定', kept: '没有提出异议', todo: '请等督查室定分；定分之日起30日内可以提出异议' })
  }
}
