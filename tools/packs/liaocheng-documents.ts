import { documentFacts } from './liaocheng-document-facts.ts'
import type { DocumentLabel } from './liaocheng-sources.ts'
import { chineseNumber } from './rows.ts'

/** The documents of the issue: number, title, dates, headings and who supervises; no sentence of the text. */
export function documentRows(labels: readonly DocumentLabel[]): readonly object[] {
  return labels.map((label) => {
    const number = label.number ?? label.title
    const facts = documentFacts[number]
    return {
      number: label.number,
      title: label.title,
      kind: facts?.kind ?? '任免通知',
      issuer: label.issuer,
      signed_on: label.date_signed,
      addressees: label.addressees?.split('，') ?? [],
      promulgates: label.promulgates,
      first_page: label.first_page,
      headings: [...headings([], label.sections), ...label.annexes.flatMap((a) => headings(['附件'], a.sections))],
      annexes: label.annexes.map((annex) => ({ title: annex.title, printed: annex.printed_in_full })),
      supervision: facts?.supervision ?? null,
      milestones: facts?.milestones ?? [],
      rank_target: facts?.rankTarget ?? null,
      basis: label.number === null ? [{ source: '聊城市人民政府公报2021年第6期' }] : [{ document: number, path: [] }],
      effective_from: label.effective_from ?? label.date_signed,
      effective_until: label.effective_until ?? null,
      retroactive_to: label.retroactive_to ?? null,
    }
  })
}

function headings(under: readonly string[], sections: readonly string[]): readonly object[] {
  return sections.map((section, index) => {
    const article = /^(第[一二三四五六七八九十]+条)\s*(.*)$/.exec(section)
    if (article !== null) return { path: [...under, article[1]], heading: article[2] || null }
    if (['任命', '免去', '自然免除'].includes(section)) return { path: [section], heading: null }
    return { path: [...under, chineseNumber(index + 1)], heading: section }
  })
}
