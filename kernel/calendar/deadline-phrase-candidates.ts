const NUMERAL = '[\\d一二三四五六七八九十两百〇○零]{1,7}'
const CANDIDATE = new RegExp(
  [
    '“?十[二三四五六七]五”?(?:规划)?(?:期间|时期|期末|末)',
    '每|次月',
    '前(?=\\s*[二两三23]\\s*个?季度)',
    '(?<=[节一汛冬夏秋收播种季期学考会始临来旺之以”])前',
    '\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}',
    '按(?:月|季度|季|年度|年|周)',
    '\\d{4}\\s*[—–~-]+\\s*\\d{4}\\s*年',
    '\\d{1,2}\\s*[—–~-]+\\s*\\d{1,2}\\s*月',
    `${NUMERAL}\\s*(?:年|个?月|个?工作日|个?自然日|日|天|周|个?小时|个?季度)`,
    '第[一二三四1-4]季度',
    '[上下]半年',
    '(?:今|本|当|明|次|翌)年|下一?年度?',
    '年(?:底|末|终|内|初)',
    '(?:本|当|下个?)?月(?:底|末)|(?:本月|本周)内?',
    '半(?:年|个月)',
    '及时|适时|尽快|立行立改|即知即改|尽早|近期|逐步|持续推进|长期坚持|长期推进|常态化推进|即日起',
  ].join('|'),
  'y',
)

/** What a character can be in a candidate: its first, all of it, or its second. */
const [OPENS, ALONE, FOLLOWS] = [1, 2, 4] as const
const NUMERALS = '0123456789一二三四五六七八九十两百〇○零'
const BLANKS =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
const PLACES = new Uint8Array(0x10000)
for (const [place, signs] of [
  [OPENS, `${NUMERALS}“次按第上下今本当明翌年月半及适尽立即近逐持长常`],
  [ALONE, '每前'],
  [FOLLOWS, `${NUMERALS}${BLANKS}-./—–~半个年季月旬周日天工自小底末终内初时快行知早期步续态`],
] as const)
  for (const sign of signs) PLACES[sign.charCodeAt(0)] |= place

/**
 * The first stretch from `from` on that may begin a phrase about time, as matched; or null. Most characters are passed
 * over by what they and the next one are, without a look at the expression.
 */
export function nextCandidate(text: string, from: number): RegExpExecArray | null {
  for (let at = from; at < text.length; at += 1) {
    const place = PLACES[text.charCodeAt(at)] ?? 0
    if ((place & (OPENS | ALONE)) === 0) continue
    if ((place & ALONE) === 0 && ((PLACES[text.charCodeAt(at + 1)] ?? 0) & FOLLOWS) === 0) continue
    CANDIDATE.lastIndex = at
    const hit = CANDIDATE.exec(text)
    if (hit) return hit
  }
  return null
}
