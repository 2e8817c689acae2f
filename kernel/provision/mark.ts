import { findChineseNumeral } from '../numeral/index.ts'

/**
 * Splits the marks of a citation: 附件一（一） is 附件, 一, （一）; 第四条（十三）2① is 第四条, （十三）, 2, ①.
 * Half-width brackets and digits are made those of a path; blanks and 、 between marks are passed over. Undefined where
 * something else stands between.
 */
export function splitMarks(text: string): readonly string[] | undefined {
  const plain = text
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const marks = plain.match(MARK) ?? []
  return plain.replace(MARK, '').replace(/[\s、]/g, '') === '' ? marks : undefined
}

/** The number of a mark and whether it opens an annex, for sorting; no number where it has none. */
export function numberOfMark(mark: string): { readonly annex: boolean; readonly number: number | undefined } {
  const annex = /^附[件表录](.*)$/.exec(mark)
  if (annex) return { annex: true, number: annex[1] ? numberOf(annex[1]) : 0 }
  const between = /^[（第]?(.+?)(?:）|[编章节条款项目段行].*)?$/.exec(mark)?.[1] ?? ''
  return { annex: false, number: numberOf(between) }
}

const NUMERAL = '[零〇一二三四五六七八九十百千]+'
/** Annexes, articles and their parts, bracketed and bare numbers, circled ones, single letters, unnumbered parts. */
const MARK = new RegExp(
  [
    '附[件表录]\\d*',
    `第(?:${NUMERAL}|\\d+)[编章节条款项目](?:之${NUMERAL})?`,
    `（(?:${NUMERAL}|\\d+|[A-Za-z])）`,
    NUMERAL,
    '\\d+',
    '[①-⑳]',
    '[A-Za-z]',
    '未编号段落',
    // what is printed without a mark is counted within its part
    '第\\d+[段行]',
    '印发通知',
    '印发文',
    '正文',
  ].join('|'),
  'g',
)

function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  if (/^[①-⑳]$/.test(text)) return text.charCodeAt(0) - 0x245f
  if (/^[A-Za-z]$/.test(text)) return text.toLowerCase().charCodeAt(0) - 96
  return findChineseNumeral(text)
}
