import type { Recognised } from './deadline-phrase.ts'

/** Days of the year that move, named in place of a date: 春节前, 汛期到来前, 秋季开学前. */
export const EVENT =
  '(?:元旦|春节|清明节?|五一|端午节?|中秋节?|国庆节?|两节|节日|主?汛期|入汛|雨季|梅雨季节?|台风季节?|入冬|冬季|入夏|夏收|秋收|三夏|三秋|春耕|秋播|供暖季?|供暖期|采暖季|采暖期|暑期|暑假|寒假|开学|学期|高考|中考|两会|休渔期?|防火期|旺季)(?:假期|小?长假)?(?:到来|来临|开始|开学)?'
const BEFORE_EVENT = new RegExp(`(?:[春秋]季(?:新?学期)?)?“?${EVENT}”?(?:之|以)?$`)
/** Such an event behind a printed year: 2023年春节前. */
export const YEAR_EVENT = new RegExp(`^\\s*(?:[春秋]季(?:新?学期)?)?“?${EVENT}”?(?:之前|以前|前(?!后))`)

/** 春节前, 汛期到来前: the 前 at `at` closes the name of an event of the year; fuzzy, since its day moves. Or null. */
export function readBeforeEvent(text: string, at: number): Recognised | null {
  if (/^前[后期列述置款]/.test(text.slice(at, at + 2))) return null
  const found = BEFORE_EVENT.exec(text.slice(Math.max(0, at - 16), at))
  if (!found) return null
  const reading = { kind: 'fuzzy' as const, due: null, start: null, rule: 'by an event of the year' }
  return { start: at - found[0].length, end: at + 1, reading }
}
