/** Text read out of an uploaded file, or a clear refusal. */
export type SourceRead = SourceText | SourceRefusal

export interface SourceText {
  readonly ok: true
  readonly kind: 'txt' | 'docx' | 'pdf'
  /** Lines end in `\n`; a paragraph of a docx is one line, a row of a table is `| cell | cell |`. */
  readonly text: string
  /** txt only: utf-8, utf-16le, utf-16be or gb18030. */
  readonly encoding?: string
  /** pdf only. */
  readonly pages?: number
  /** Chinese, for an officer: what was left out or repaired. */
  readonly notes: readonly string[]
}

export interface SourceRefusal {
  readonly ok: false
  readonly code: RefusalCode
  /** Chinese: what happened and what to do. The file itself is not kept. */
  readonly message: string
}

/** What is accepted, and for how long a file may be worked on. */
export interface SourceLimits {
  /** Greatest size of the file, in bytes. */
  readonly maxBytes: number
  /** Longest time that reading a docx or pdf may take, in milliseconds. */
  readonly maxMilliseconds: number
}

export const defaultLimits: SourceLimits = { maxBytes: 50 * 1024 * 1024, maxMilliseconds: 120_000 }

const MESSAGES = {
  'source-empty': '文件是空的，没有读到任何文字。请检查文件后重新上传。',
  'source-too-large': '文件超过大小上限，没有读入。请删去图片或按期拆分后重新上传。',
  'source-encoding-unknown':
    '文字编码无法识别，读出来是乱码，没有读入。请用记事本打开文件，另存为 UTF-8 或 GB18030 编码后重新上传。',
  'source-binary': '这不是文本、docx 或 pdf 文件，没有读入。请上传公报的 txt、docx 或 pdf 文件。',
  'source-image': '这是图片，不含可读的文字，没有读入。请上传公报的 txt、docx 或带文字的 pdf 文件。',
  'source-archive': '这是压缩包，没有读入。请解压后上传其中的 txt、docx 或 pdf 文件。',
  'source-program': '这是程序文件，没有读入。请上传公报的 txt、docx 或 pdf 文件。',
  'source-spreadsheet': '这是电子表格，不是公报，没有读入。任务台账请从督查台账的表格导入处上传。',
  'source-slides': '这是演示文稿，没有读入。请上传公报的 txt、docx 或 pdf 文件。',
  'source-web-page': '这是网页或 XML 文件，没有读入。请把正文复制到文本文件或 docx 中再上传。',
  'source-rtf': '这是 RTF 文件，没有读入。请用 Word 或 WPS 打开，另存为 docx 后重新上传。',
  'source-odt': '这是 OpenDocument 文件，没有读入。请用 Word 或 WPS 打开，另存为 docx 后重新上传。',
  'source-ofd': '这是 OFD 版式文件，没有读入。请用阅读器另存为带文字的 pdf，或上传原稿 docx。',
  'source-old-doc': '这是旧版 Word 文件（doc），没有读入。请用 Word 或 WPS 打开，另存为 docx 后重新上传。',
  'source-encrypted': '文件设有密码，无法读取，没有读入。请取消密码后重新上传。',
  'docx-broken': 'docx 文件已损坏或不完整，没有读入。请用 Word 或 WPS 打开并另存一份后重新上传。',
  'docx-too-much': 'docx 解压后的内容大得异常，为安全起见没有读入。请核对文件来源，用 Word 或 WPS 另存一份后重新上传。',
  'docx-no-text': 'docx 中没有可读的文字（可能只有图片），没有读入。请上传含文字的原稿。',
  'pdf-broken': 'pdf 文件已损坏或不完整，没有读入。请重新导出后上传。',
  'pdf-no-text': 'pdf 中没有文字，可能是扫描件，没有读入。请上传带文字的 pdf 或原稿 docx，或先做文字识别。',
  'pdf-garbled': 'pdf 的文字层无法识别（字体缺少编码对照），读出来是乱码，没有读入。请上传原稿 docx 或重新导出 pdf。',
  'pdf-too-much': 'pdf 的页数或内容超过可处理的范围，没有读入。请按期拆分后重新上传。',
  'source-too-slow': '文件在限定时间内没有读完，已停止，没有读入。请重新导出或拆分后上传；pdf 也可改传原稿 docx。',
} as const

export type RefusalCode = keyof typeof MESSAGES

/** The refusal of that code with its one Chinese sentence. */
export function refuse(code: RefusalCode): SourceRefusal {
  return { ok: false, code, message: MESSAGES[code] }
}
