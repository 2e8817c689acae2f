import { findDateOf, type PlainDate } from '../calendar/index.ts'
import { chineseNumber } from '../numeral/index.ts'

const FULL =
  /^(\d{4}|[一二][〇○零一二三四五六七八九]{3})\s*年\s*(\d{1,2}|[一二]?十?[一二三四五六七八九]?)\s*月\s*(\d{1,2}|[一二三]?十?[一二三四五六七八九]?)\s*日/
const NUMERIC = /(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})/

/** The day that a line of its own prints (2021年6月18日, 二〇二一年六月十八日), or null. */
export function dateLine(shadow: string): PlainDate | null {
  if (shadow.length > 24) return null
  const found = FULL.exec(shadow)
  return found && found[0].length === shadow.length ? dayOf(found) : null
}

/** The first full day printed in a short text, in characters or as 2021-06-18; or null. */
export function dateIn(shadow: string): PlainDate | null {
  const at = shadow.search(/(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})\s*年/)
  const spelled = at < 0 ? null : FULL.exec(shadow.slice(at))
  if (spelled) return dayOf(spelled)
  const numeric = NUMERIC.exec(shadow)
  return numeric ? dayOf(numeric) : null
}

function dayOf(found: RegExpExecArray): PlainDate | null {
  const number = (i: number) => chineseNumber(found[i] ?? '') ?? Number.NaN
  return findDateOf(number(1), number(2), number(3)) ?? null
}
