import type { IssueMeta } from './sample-documents.ts'
import type { SetIssue, Sheet, Table } from './sample-issue.ts'
import type { Line } from './sample-layout.ts'

export interface ContentsLine {
  readonly section: string
  readonly title: string
  readonly number: string | null
  readonly page: number
}

/** The issue as an extraction of its pages shows it: paragraphs cut at column ends, a table one cell a line. */
export function issueText(meta: IssueMeta, contents: readonly ContentsLine[], issue: SetIssue): string {
  const parts = [...coverText(meta), ...contentsText(contents), ...issue.sheets.flatMap(sheetText)]
  return `${parts.join('\n\n')}\n`
}

/** The lines of the cover. */
export function coverText(meta: IssueMeta): readonly string[] {
  return [
    meta.title,
    meta.title_pinyin,
    `${meta.year}\n第${meta.number}期（总第${meta.serial}期）`,
    `${meta.title}`,
    `${meta.year}年第${meta.number}期`,
    `（总第${meta.serial}期）`,
    `主管主办：${meta.sponsor}`,
    `编辑出版：${meta.publisher}`,
    `电话：${meta.phone}`,
    `邮编：${meta.postcode}`,
    `地址：${meta.address}`,
    `刊号：${meta.licence}`,
  ]
}

function contentsText(contents: readonly ContentsLine[]): readonly string[] {
  const lines: string[] = ['目 录']
  let section = ''
  for (const entry of contents) {
    if (entry.section !== section) lines.push(`◎${entry.section}`)
    section = entry.section
    if (entry.number === null) lines.push(`${entry.title} ${entry.page}`)
    else lines.push(entry.title, `${entry.number} ${entry.page}`)
  }
  return lines
}

function sheetText(sheet: Sheet): readonly string[] {
  if (sheet.kind === 'table') return [sheet.table.title, tableText(sheet.table)].filter((part) => part !== '')
  return [...sheet.page.head.extracted, ...sheet.page.columns.flatMap(columnText)]
}

function columnText(lines: readonly Line[]): readonly string[] {
  const paragraphs: string[] = []
  let before: Line | undefined
  for (const line of lines) {
    const joined = before?.paragraph === line.paragraph
    const signature = before?.style === 'sign' && line.style === 'sign'
    if (joined && !line.hard) paragraphs.push((paragraphs.pop() ?? '') + line.text)
    else if (joined || signature) paragraphs.push(`${paragraphs.pop() ?? ''}\n${line.text}`)
    else if (line.text !== '') paragraphs.push(line.text)
    before = line
  }
  return paragraphs
}

function tableText(table: Table): string {
  return [table.columns, ...table.rows].map((row) => `${row.join('\n|\n')}\n|`).join('\n|\n')
}
