import { pinyin } from 'pinyin-pro'

/** A stable key from a short name: 市发展改革委 → shi-fa-zhan-gai-ge-wei. Marks and brackets fall out. */
export function bodyKey(short: string): string {
  const letters = short.replace(/[^\p{Script=Han}]/gu, '')
  return pinyin(letters, { toneType: 'none', type: 'array' }).join('-').replaceAll('ü', 'v')
}
