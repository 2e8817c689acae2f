import { DomainError, type FieldFault } from '@guangyue/platform/errors'

export class SignInRefused extends DomainError {
  readonly code = 'identity.sign-in-refused'
  readonly kind = 'unauthenticated'

  constructor() {
    super({ what: '用户名或密码不正确', todo: '请核对后重试；忘记密码请联系本单位管理员' })
  }
}

export class CodeRefused extends DomainError {
  readonly code = 'identity.code-refused'
  readonly kind = 'unauthenticated'

  constructor() {
    super({ what: '动态验证码不正确或已过期', todo: '请输入验证器当前显示的 6 位数字' })
  }
}

export class TooManySignIns extends DomainError {
  readonly code = 'identity.too-many-sign-ins'
  readonly kind = 'too-many'

  constructor() {
    super({
      what: '登录失败次数过多，暂停登录 15 分钟',
      kept: '账号没有变化',
      todo: '请稍后再试，或联系管理员重设密码',
    })
  }
}

export class AccountInvalid extends DomainError {
  readonly code = 'identity.account-invalid'
  readonly kind = 'invalid'

  constructor(fields: readonly FieldFault[]) {
    super({ what: '账号信息有误', kept: '没有保存', todo: '请按提示修改', fields })
  }
}

export class AccountNotFound extends DomainError {
  readonly code = 'identity.account-not-found'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有找到这个账号', todo: '请从账号列表重新进入' })
  }
}
