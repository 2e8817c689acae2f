import { DomainError } from '@guangyue/platform/errors'

/** Also said of another's licence, so that nobody learns whether there is one. */
export class LicenceUnknown extends DomainError {
  readonly code = 'licences.licence-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这份电子证照，或者它不属于您能查看的范围', todo: '请从“我的证照”重新进入' })
  }
}

export class LicenceActRefused extends DomainError {
  readonly code = 'licences.act-refused'
  readonly kind = 'conflict'

  constructor() {
    super({ what: '证照现在的状态不能这样处理', kept: '证照没有变化', todo: '请刷新后查看证照现在的状态' })
  }
}

export class ReleaseInvalid extends DomainError {
  readonly code = 'licences.release-invalid'
  readonly kind = 'invalid'

  constructor() {
    super({
      what: '没有选择要展示的内容，或者展示的时间不在 1 至 30 天之内',
      kept: '原有的展示授权没有变化',
      todo: '请选择内容和天数后重新提交',
    })
  }
}
