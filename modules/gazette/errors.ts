import { DomainError } from '@guangyue/platform/errors'

/** The text was read, but no document could be found in it. */
export class NotAGazette extends DomainError<{ line: number }> {
  readonly code = 'gazette.not-a-gazette'
  readonly kind = 'invalid'

  constructor(line: number) {
    super(
      {
        what: '读到了文字，但没有找到任何公文：不像一期公报，也不像一份公文',
        kept: '没有写入任何内容',
        todo: '请确认上传的是公报或单份公文的全文，首部应有标题或文号',
      },
      { line },
    )
  }
}

export class ImportUnknown extends DomainError {
  readonly code = 'gazette.import-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有这次导入的记录', todo: '请回到导入页面查看记录，或重新上传文件' })
  }
}

/** Only a failed import can be tried again; the others have ended or are under way. */
export class ImportNotFailed extends DomainError<{ stage: string }> {
  readonly code = 'gazette.import-not-failed'
  readonly kind = 'conflict'

  constructor(stage: string) {
    super({ what: '这次导入没有中断，不需要重试', kept: '没有作任何改动', todo: '请刷新页面查看当前进度' }, { stage })
  }
}

export class IssueUnknown extends DomainError {
  readonly code = 'gazette.issue-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有收录这一期公报', todo: '请从公报目录进入，或用全文检索查找' })
  }
}

export class DocumentUnknown extends DomainError {
  readonly code = 'gazette.document-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '没有收录这份文件', todo: '请核对文号，或用全文检索查找' })
  }
}

export class ProvisionUnknown extends DomainError {
  readonly code = 'gazette.provision-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '这份文件中没有这一条', todo: '请从文件目录进入；文件更正后条目可能有变化' })
  }
}

/** The text of the document is not held, so there is nothing to download or compare. */
export class TextNotHeld extends DomainError {
  readonly code = 'gazette.text-not-held'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '这份文件只登记了题名、文号等信息，没有收录全文', todo: '导入刊登它的公报后即可阅读全文' })
  }
}

/** The uploaded bytes are gone or altered; the import cannot go on. */
export class SourceLost extends DomainError {
  readonly code = 'gazette.source-lost'
  readonly kind = 'not-found'

  constructor() {
    super({
      what: '上传的原文件已不在存储中，无法读取',
      kept: '没有写入任何内容',
      todo: '请重新上传文件，并请管理员检查文件存储',
    })
  }
}

export class ChronicleEntryUnknown extends DomainError {
  readonly code = 'gazette.chronicle-entry-unknown'
  readonly kind = 'not-found'

  constructor() {
    super({ what: '大事记里没有这一条', todo: '请到大事记按日期查找；公报更正后，当天的条目可能少了' })
  }
}
