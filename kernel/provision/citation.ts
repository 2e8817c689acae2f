import { findDocumentNumber, writeDocumentNumber } from '../identifiers/index.ts'
import { splitMarks } from './mark.ts'
import { findProvision, type ProvisionRef, sameProvision, writeProvision } from './provision-ref.ts'

/**
 * How a person cites a place: `聊政发〔2021〕7号 附件一（一）`, `行政许可法 第三十二条`. Where that would be read as another
 * place (a title with blanks, marks that run together), the canonical text stands instead, so that what is cited is always
 * found again.
 */
export function citationOf(ref: ProvisionRef): string {
  const text = ref.path.length === 0 ? ref.document : `${ref.document} ${ref.path.join('')}`
  const found = findCitation(text)
  return found && sameProvision(found, ref) ? text : writeProvision(ref)
}

/**
 * The place that a citation names, or undefined. Brackets of any kind in a number, 《》 around a title and blanks between
 * marks (附件 一（一）) are accepted; a title that itself holds blanks needs its 《》. Canonical texts are read too.
 */
export function findCitation(text: string): ProvisionRef | undefined {
  if (text.startsWith('documents/')) return findProvision(text)
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text.trim())
    const document = match?.[1] === undefined ? undefined : documentOf(match[1])
    const path = splitMarks(match?.[2] ?? '')
    if (document !== undefined && path !== undefined) return { document, path }
  }
  return undefined
}

/** What stands for the document, and what is left for the marks; the first that fits decides. */
const PATTERNS = [
  /^(.+?[〔［[（(【]\s*[\d０-９]{4}\s*[〕］\]）)】]\s*第?\s*[\d０-９]+\s*号)(.*)$/s,
  /^《(.+)》(.*)$/s,
  /^(\S+)\s+(.+)$/s,
  /^(\S+?)(第[零〇一二三四五六七八九十百千\d]+[编章节条].*)$/s,
  /^(\S+)$/,
]

/** A number in its canonical form, a title as it is. */
function documentOf(text: string): string {
  const number = findDocumentNumber(text)
  return number ? writeDocumentNumber(number) : text
}
