/** The characters that most often stand in Chinese official prose: of running text they make up a third and more. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国以要时来用们生到作地于出分对成会可主发年动同工也能下过子说产种面方后多定行学法所民得经十三之进等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日社义事平形相全表间与关各重新线内数正心反你明看原又利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报完类八离名确才科张信马节话米整空元况今集温传土许步群广石记需段研界林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严牵责督落监审镇街乡企推服' +
    '款项规范贯彻促积环境优营疫城镇',
)

/** Scripts in which no gazette is printed; characters taken for others land here. */
const OTHER_SCRIPTS =
  /(?![\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Bopomofo}])\p{L}/gu

const HANZI = /\p{Script=Han}/gu

/** True when the characters are those of Chinese prose. A short text is given the benefit of the doubt. */
export function looksChinese(text: string): boolean {
  const { hanzi, common } = count(text)
  return hanzi > 0 && common / hanzi >= (hanzi < 30 ? 0.1 : 0.2)
}

/**
 * True when text was decoded wrongly somewhere on its way: replacement signs, hanzi that nobody writes, Latin letters
 * with accents in place of hanzi, or signs of the private area. Plain Latin text is not garbled.
 */
export function looksGarbled(text: string): boolean {
  const sample = text.slice(0, 200_000)
  const { hanzi } = count(sample)
  const letters = sample.length - (sample.match(/\s/g)?.length ?? 0)
  const strange = sample.match(/[\ufffd\ue000-\uf8ff\u0080-\u009f]/g)?.length ?? 0
  const accented = sample.match(/[\u00a1-\u00ff\u0100-\u017f]/g)?.length ?? 0
  if (strange > letters / 50) return true
  if (accented > letters / 4 && accented > hanzi) return true
  const foreign = sample.match(OTHER_SCRIPTS)?.length ?? 0
  if (foreign > letters / 4 && foreign > hanzi) return true
  return hanzi >= 30 && !looksChinese(sample)
}

function count(text: string): { hanzi: number; common: number } {
  let hanzi = 0
  let common = 0
  for (const [sign] of text.slice(0, 200_000).matchAll(HANZI)) {
    hanzi += 1
    if (COMMON.has(sign)) common += 1
  }
  return { hanzi, common }
}
