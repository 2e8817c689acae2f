import { DomainError, type FieldFault } from '@guangyue/platform/errors'

export class BodyNotFound extends DomainError {
  readonly code = 'organisations.body-not-found'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有找到这个单位', todo: '请从单位列表重新进入' })
  }
}

export class BodyInvalid extends DomainError {
  readonly code = 'organisations.body-invalid'
  readonly kind = 'invalid'

  constructor(fields: readonly FieldFault[]) {
    super({ what: '单位信息有误', kept: '原有内容没有变化，您填写的内容仍在本页', todo: '请按提示修改', fields })
  }
}

export class GroupInvalid extends DomainError {
  readonly code = 'organisations.group-invalid'
  readonly kind = 'invalid'

  constructor(fields: readonly FieldFault[]) {
    super({ what: '单位组信息有误', kept: '原有内容没有变化，您填写的内容仍在本页', todo: '请按提示修改', fields })
  }
}

export class ActInvalid extends DomainError {
  readonly code = 'organisations.act-invalid'
  readonly kind = 'invalid'

  constructor(fields: readonly FieldFault[]) {
    super({ what: '任免信息有误', kept: '没有登记，您填写的内容仍在本页', todo: '请按提示修改', fields })
  }
}

export class SheetRefused extends DomainError {
  readonly code = 'organisations.sheet-refused'
  readonly kind = 'unsupported'

  constructor(what: string) {
    super({
      what,
      kept: '没有导入任何单位',
      todo: '请下载样表，按样表填写后另存为 xlsx 上传',
      fields: [{ field: 'file', message: what }],
    })
  }
}

export class BodiesNotImported extends DomainError<{ faults: readonly { line: number; message: string }[] }> {
  readonly code = 'organisations.bodies-not-imported'
  readonly kind = 'invalid'

  constructor(faults: readonly { line: number; message: string }[]) {
    super(
      {
        what: `表中有 ${faults.length} 处错误，没有导入`,
        kept: '没有新增或改动任何单位',
        todo: '请改正表格后重新上传',
        fields: faults
          .slice(0, 20)
          .map(({ line, message }) => ({ field: `${line}`, message: `第 ${line} 行：${message}` })),
      },
      { faults },
    )
  }
}
