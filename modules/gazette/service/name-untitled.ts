import type { IssueRead } from '@guangyue/kernel/gazette-text'

const LONGEST = 60

/**
 * A document that prints no title of its own (a table, an annex that was sent alone) is called like the file that it
 * came in, without its ending, and a fault says so instead of doubting the whole; everything else stays as it was read.
 */
export function nameUntitled(read: IssueRead, fileName: string): IssueRead {
  const untitled = read.documents.filter(({ title }) => title === '')
  if (untitled.length === 0) return read
  const name = fileName.replace(/\.[a-z0-9]{1,5}$/i, '').trim()
  const title = Array.from(name).slice(0, LONGEST).join('') || '未具题名的文件'
  return {
    ...read,
    documents: read.documents.map((document) => (document.title === '' ? { ...document, title } : document)),
    faults: [
      ...read.faults.filter(({ code }) => code !== 'not-a-gazette'),
      ...untitled.map(({ line }) => ({
        line,
        code: 'untitled',
        message: `这份文件没有印题名，按文件名“${title}”收录。如果只是全文的一部分，请另行导入带首部的全文。`,
      })),
    ],
  }
}
