import { DomainError } from '../errors/index.ts'

export class SignInNeeded extends DomainError {
  readonly code = 'access.sign-in-needed'
  readonly kind = 'unauthenticated'

  constructor() {
    super({ what: '需要登录后才能办理', todo: '请登录后重试，已填写的内容仍在本页' })
  }
}

export class ActionNotAllowed extends DomainError<{ action: string }> {
  readonly code = 'access.action-not-allowed'
  readonly kind = 'forbidden'

  constructor(action: string) {
    super(
      { what: '您的账号没有办理此事的权限', kept: '没有作任何改动', todo: '如确需办理，请联系本单位管理员调整角色' },
      { action },
    )
  }
}
