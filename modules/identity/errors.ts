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
    super({ what: '账号信息有误', kept: '原有内容没有变化，您填写的内容仍在本页', todo: '请按提示修改', fields })
  }
}

export class AccountNotFound extends DomainError {
  readonly code = 'identity.account-not-found'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有找到这个账号', todo: '请从账号列表重新进入' })
  }
}

export class OwnAdministrator extends DomainError {
  readonly code = 'identity.own-administrator'
  readonly kind = 'conflict'

  constructor() {
    super({
      what: '不能撤销自己的管理员身份，也不能停用自己的账号',
      kept: '账号没有变化',
      todo: '请由另一位管理员办理',
    })
  }
}

export class LastAdministrator extends DomainError {
  readonly code = 'identity.last-administrator'
  readonly kind = 'conflict'

  constructor() {
    super({ what: '这是最后一位管理员，不能撤销或停用', kept: '账号没有变化', todo: '请先给另一个账号管理员身份' })
  }
}

export class PasswordWrong extends DomainError {
  readonly code = 'identity.password-wrong'
  readonly kind = 'invalid'

  constructor(field: string) {
    super({
      what: '密码不正确',
      kept: '没有作任何改动',
      todo: '请重新输入现在使用的密码',
      fields: [{ field, message: '密码不正确' }],
    })
  }
}

export class CodeNotSetUp extends DomainError {
  readonly code = 'identity.code-not-set-up'
  readonly kind = 'invalid'

  constructor() {
    super({
      what: '验证码不正确，动态验证还没有启用',
      kept: '账号没有变化，二维码仍然有效',
      todo: '请确认手机时间准确，输入验证器当前显示的 6 位数字',
      fields: [{ field: 'code', message: '验证码不正确或已过期' }],
    })
  }
}

export class CodeAlreadyOn extends DomainError {
  readonly code = 'identity.code-already-on'
  readonly kind = 'conflict'

  constructor() {
    super({ what: '动态验证已经启用', kept: '没有作任何改动', todo: '要更换手机，请先关闭动态验证再重新启用' })
  }
}

export class CodeDemanded extends DomainError {
  readonly code = 'identity.code-demanded'
  readonly kind = 'conflict'

  constructor() {
    super({
      what: '您的身份要求使用动态验证，不能关闭',
      kept: '动态验证仍然启用',
      todo: '要更换手机，请联系管理员重设动态验证',
    })
  }
}

export class AccountSheetRefused extends DomainError {
  readonly code = 'identity.account-sheet-refused'
  readonly kind = 'unsupported'

  constructor(what: string) {
    super({
      what,
      kept: '没有建立任何账号',
      todo: '请下载样表，按样表填写后另存为 xlsx 上传',
      fields: [{ field: 'file', message: what }],
    })
  }
}

export class AccountsNotImported extends DomainError {
  readonly code = 'identity.accounts-not-imported'
  readonly kind = 'invalid'

  constructor(faults: readonly { line: number; message: string }[]) {
    super({
      what: `表中有 ${faults.length} 处错误，没有建立账号`,
      kept: '没有建立任何账号',
      todo: '请改正表格后重新上传',
      fields: faults
        .slice(0, 20)
        .map(({ line, message }) => ({ field: `${line}`, message: `第 ${line} 行：${message}` })),
    })
  }
}

/** The same table a second time: a second click, or an answer that never arrived. */
export class AccountsAlreadyMade extends DomainError {
  readonly code = 'identity.accounts-already-made'
  readonly kind = 'conflict'

  constructor(count: number) {
    super({
      what: `表中 ${count} 个用户名都已有账号`,
      kept: '没有重复建立，已有的账号和密码没有变化',
      todo: '首次密码只发放一次；没有收到的，请在账号列表中逐个重设密码',
    })
  }
}
