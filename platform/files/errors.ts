import { DomainError } from '../errors/index.ts'
import type { FileKind } from './kind.ts'

export class FileKindRefused extends DomainError<{ kind: FileKind; accepted: readonly FileKind[] }> {
  readonly code = 'files.kind-refused'
  readonly kind = 'unsupported'

  constructor(kind: FileKind, accepted: readonly FileKind[]) {
    super(
      {
        what: `这不是可以接收的文件：内容是 ${names[kind]}`,
        kept: '没有保存这个文件，其余填写内容仍在',
        todo: `请改用 ${accepted.map((one) => names[one]).join('、')}`,
        fields: [{ field: 'file', message: `可接收 ${accepted.map((one) => names[one]).join('、')}` }],
      },
      { kind, accepted },
    )
  }
}

export class FileLost extends DomainError<{ digest: string }> {
  readonly code = 'files.lost'
  readonly kind = 'not-found'

  constructor(digest: string) {
    super({ what: '文件不在存储中', kept: '文件的登记信息还在', todo: '请管理员从备份恢复文件' }, { digest })
  }
}

const names = {
  pdf: 'PDF',
  docx: 'Word 文档（docx）',
  xlsx: 'Excel 表格（xlsx）',
  pptx: '演示文稿（pptx）',
  zip: '压缩包',
  png: 'PNG 图片',
  jpeg: 'JPEG 图片',
  ole: '旧版或加密的 Office 文件',
  text: '文本',
  binary: '无法识别的二进制内容',
} as const satisfies Record<FileKind, string>
