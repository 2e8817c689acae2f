import { DomainError } from '@guangyue/platform/errors'

export class NoticeUnknown extends DomainError {
  readonly code = 'ledger.notice-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这份督办单、提示函或通报，或您不能查看', todo: '请回到“督办与通报”重新选择' })
  }
}

export class NoticeNotPublished extends DomainError {
  readonly code = 'ledger.notice-not-published'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有公开的这份通报或督办单', todo: '请核对网址，或从“督办与通报”进入' })
  }
}

/** Whoever wrote the text as it stands does not review it. */
export class OwnNotice extends DomainError {
  readonly code = 'ledger.own-notice'
  readonly kind = 'forbidden'

  constructor() {
    super({
      what: '文稿不能由写这一稿的人审核',
      kept: '文稿没有改动，仍待审核',
      todo: '请由督查室的另一位工作人员审核',
    })
  }
}

export class NoticeStepNotPossible extends DomainError {
  readonly code = 'ledger.notice-step-not-possible'
  readonly kind = 'conflict'

  constructor(step: string, state: string) {
    super({
      what: `这份文稿${state}，不能${step}`,
      kept: '没有作任何改动',
      todo: '请刷新后查看；印发后需要更正或撤销的，另行拟制一份并说明',
    })
  }
}
