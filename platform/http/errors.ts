import { DomainError, type FieldFault } from '../errors/index.ts'

export class InputInvalid extends DomainError {
  readonly code = 'http.input-invalid'
  readonly kind = 'invalid'

  constructor(fields: readonly FieldFault[]) {
    super({ what: '填写的内容有误', kept: '没有保存，您填写的内容仍在本页', todo: '请按提示修改后重新提交', fields })
  }
}

/** What was sent does not fit the schema of its operation; told as any wrong input is. */
export class FormInvalid extends InputInvalid {}

export class PageNotFound extends DomainError {
  readonly code = 'http.page-not-found'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有找到这个页面', todo: '请核对网址，或从首页、检索进入' })
  }
}

export class CityUnknown extends DomainError {
  readonly code = 'http.city-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '这个网址没有对应的城市', todo: '请核对网址' })
  }
}

export class ForeignOrigin extends DomainError {
  readonly code = 'http.foreign-origin'
  readonly kind = 'forbidden'

  constructor() {
    super({ what: '请求来自别的网站，已拒绝', kept: '没有作任何改动', todo: '请从本站页面重新提交' })
  }
}

export class FileTooLarge extends DomainError<{ maxBytes: number }> {
  readonly code = 'http.file-too-large'
  readonly kind = 'too-large'

  constructor(maxBytes: number) {
    super(
      {
        what: `文件超过 ${Math.floor(maxBytes / 1024 / 1024)} MB，没有接收`,
        kept: '没有保存任何内容',
        todo: '请压缩图片或拆分后重新上传；公报请上传文字版，不要上传扫描图片',
      },
      { maxBytes },
    )
  }
}

export class FileMissing extends DomainError {
  readonly code = 'http.file-missing'
  readonly kind = 'invalid'

  constructor() {
    super({
      what: '没有收到文件',
      todo: '请选择一个文件后重新提交',
      fields: [{ field: 'file', message: '请选择文件' }],
    })
  }
}

export class StoreAway extends DomainError {
  readonly code = 'http.store-away'
  readonly kind = 'unavailable'

  constructor() {
    super({
      what: '数据库或文件存储暂时连不上',
      kept: '已保存的内容没有变化；本次提交如已写入，稍后可以看到',
      todo: '请稍后重试；持续不能恢复时请告诉管理员',
    })
  }
}
