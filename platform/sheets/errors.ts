import { DomainError } from '../errors/index.ts'

export type UnreadableReason = 'empty' | 'old-or-locked' | 'not-xlsx' | 'damaged' | 'too-large'

/** A file that cannot be read as a spreadsheet. A module that says it in words of its own looks at the reason. */
export class SheetUnreadable extends DomainError<{ reason: UnreadableReason }> {
  readonly code = 'sheets.unreadable'
  readonly kind = 'unsupported'

  constructor(reason: UnreadableReason, what: string, todo = '请用表格软件打开，另存为 xlsx 后重新上传') {
    super({ what, kept: '没有保存任何内容', todo, fields: [{ field: 'file', message: what }] }, { reason })
  }
}
