/** The characters that the radical signs U+2E80 to U+2EF3 stand for, in their order; a blank where there is none. */
const SUPPLEMENT =
  ' 厂乛乚乙亻冂几刀刂卜 小小兀尣尢 巳幺彑彐忄心扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王疋罒示礻竹糹纟罓罒   羊羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'

/** Signs whose character in simplified fonts is another than the one that Unicode names. */
const SIMPLIFIED: ReadonlyMap<string, string> = new Map([
  ['\u2329', '〈'],
  ['\u232a', '〉'],
  ['\u2f3e', '户'],
  ['\u3b35', '胶'],
])

/**
 * Radical signs as the characters that were printed. A pdf made by a browser carries ⾼ ⻔ ⼾ in place of 高 门 户,
 * because the font draws both alike. Nothing else is touched: a general normalisation would change the punctuation too.
 */
export function radicalsRepaired(text: string): { readonly text: string; readonly count: number } {
  let count = 0
  const repaired = text.replace(/[\u2329\u232a\u2e80-\u2ef3\u2f00-\u2fd5\u3b35]/g, (sign) => {
    const whole = wholeCharacter(sign)
    if (whole !== sign) count += 1
    return whole
  })
  return { text: repaired, count }
}

/** What an officer is told about it. */
export function radicalsNote(count: number): readonly string[] {
  return count > 0 ? [`${count} 个部首字符已还原为常用汉字。`] : []
}

function wholeCharacter(sign: string): string {
  const named = SIMPLIFIED.get(sign)
  if (named !== undefined) return named
  if (sign >= '\u2f00') return sign.normalize('NFKC')
  return SUPPLEMENT[sign.charCodeAt(0) - 0x2e80]?.trim() || sign
}
