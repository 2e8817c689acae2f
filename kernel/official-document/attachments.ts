import { type Flowing, widthOf } from '../typesetting/index.ts'
import { flowing, paragraph, titleBlock } from './blocks.ts'
import { bodyBlocks } from './body.ts'
import type { Attachment, OfficialDocument } from './content.ts'
import { type Refusal, refusal } from './refusal.ts'

const LABEL = '附件：'

/** 附件说明, a line below the body, held to what follows: one name, or several numbered; names align below each other. */
export function attachmentList(attachments: readonly Attachment[]): readonly Flowing[] {
  if (attachments.length === 0) return []
  const start = 2 + widthOf(LABEL)
  const lines = attachments.map(({ title }, i) => {
    const number = attachments.length > 1 ? `${i + 1}.` : ''
    const text = `${i === 0 ? LABEL : ''}${number}${title}`
    const left = start + widthOf(number)
    return paragraph('attachment-list', [{ text, face: 'fangsong' }], i === 0 ? 2 : start, left)
  })
  const blank = flowing({ kind: 'blank', lines: 1 }, { held: 1 })
  return [blank, ...lines.map((line) => flowing(line, { held: 1 }))]
}

/** Each 附件 on a page of its own: label at its head, title on the third line, a blank line, its body. */
export function attachmentPages(document: OfficialDocument): readonly Flowing[] | Refusal {
  const pages: Flowing[] = []
  for (const [index, { title, body }] of document.attachments.entries()) {
    const number = document.attachments.length > 1 ? String(index + 1) : ''
    const set = titleBlock('attachment-title', title, document.titleWords)
    if (set === undefined) return refusal('title-too-long', `attachments ${index + 1}`)
    pages.push(
      flowing(paragraph('attachment-label', [{ text: `附件${number}`, face: 'heiti' }], 0), { onNewPage: true }),
      flowing({ kind: 'blank', lines: 1 }),
      flowing(set),
      flowing({ kind: 'blank', lines: 1 }),
      ...bodyBlocks(body),
    )
  }
  return pages
}
