import { DomainError } from '@guangyue/platform/errors'

export class ChannelInvalid extends DomainError {
  readonly code = 'identity.channel-invalid'
  readonly kind = 'invalid'

  constructor(kind: 'mail' | 'webhook') {
    const message =
      kind === 'mail' ? '请填写邮箱地址，例如 name@example.gov.cn' : '请填写回调网址，例如 https://example.gov.cn/hook'
    super({ what: '通知方式没有保存', kept: '原有通知方式不变', todo: message, fields: [{ field: 'target', message }] })
  }
}

export class TemplateUnknown extends DomainError<{ key: string }> {
  readonly code = 'identity.template-unknown'
  readonly kind = 'not-found'

  constructor(key: string) {
    super({ what: '没有这个消息模板', todo: '请从模板列表重新进入' }, { key })
  }
}
