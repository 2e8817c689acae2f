import { blankMarkup, SOFT_BREAK } from './markup.ts'
import { pairs } from './pairs.ts'
import { foldTraditional } from './traditional.ts'

/**
 * The text that is read, in two forms of exactly the length of the source, so that every offset holds in all three.
 * `text` is what is shown (radicals that PDF files carry for characters are mended); `shadow` is what the grammar
 * looks at: brackets, commas, colons, digits and spaces brought to one width.
 */
export interface Source {
  readonly text: string
  readonly shadow: string
}

const ODD_BREAK = /\r(?!\n)|[\u2028\u2029\f\v\u0085\ue00a]/
const ODD_BREAKS = new RegExp(ODD_BREAK, 'g')
const RADICALS = /[\u2e80-\u2fd5]/g
const SUPPLEMENT = pairs(
  '⺀冫⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺎兀⺏尢⺐尢⺒巳⺓幺⺗心⺙攵⺛旡⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罒⺲罒⺳网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑长⻒长⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龟⻲龟⻳龟',
)

const WIDTHS = pairs(
  '(（)）[（]）［（］）【（】）{（}）,，:：∶：;；?？!！％%．.～~〜~－-‑-─—━—―—\u3000 \u00a0 \u2002 \u2003 \u200b \ufeff ｡。﹐，﹑、﹒.﹔；﹕：﹙（﹚）､、｜|│|┃|〈《〉》＋+＞>＜<',
)
/** The code that stands in a shadow for each code, or 0 where it is the same. */
const NARROW = new Uint16Array(0x10000)
for (const [wide, narrow] of WIDTHS) NARROW[wide.charCodeAt(0)] = narrow.charCodeAt(0)
for (let digit = 0; digit < 10; digit += 1) NARROW[0xff10 + digit] = 0x30 + digit

/** 〔责任单位：甲局〕: corner brackets that hold no year are brackets like others. */
const WORDS_IN_CORNERS = /〔([^〔〕\d][^〔〕]{1,600})〕/g

/** Brings a source into the two forms. Total: any string is a source. */
export function foldSource(source: string): Source {
  const text = blankMarkup(source).replace(RADICALS, mendRadical)
  const shadow = foldStops(foldTraditional(foldWidths(text)).replace(WORDS_IN_CORNERS, '（$1）'))
  return { text, shadow: ODD_BREAK.test(shadow) ? shadow.replace(ODD_BREAKS, '\n') : shadow }
}

/** Whether the break at `at` is one that the source's own lines end with. */
export function isSourceBreak(source: Source, at: number): boolean {
  return source.text[at] !== SOFT_BREAK
}

/** Where a text ends its sentences with a half-width point, those points become 。; numbering and figures keep theirs. */
function foldStops(shadow: string): string {
  const stops: number[] = []
  for (let at = shadow.indexOf('.'); at >= 0; at = shadow.indexOf('.', at + 1)) if (isStop(shadow, at)) stops.push(at)
  if (stops.length === 0 || shadow.split('。', stops.length + 1).length > stops.length) return shadow
  const parts: string[] = []
  let from = 0
  for (const at of stops) {
    parts.push(shadow.slice(from, at), '。')
    from = at + 1
  }
  return parts.join('') + shadow.slice(from)
}

function isStop(shadow: string, at: number): boolean {
  const [before, after] = [shadow[at - 1] ?? '', shadow[at + 1] ?? '\n']
  if (!/[\u4e00-\u9fa5）”%]/.test(before) || !/[\s\d\u4e00-\u9fa5“《（<]/.test(after)) return false
  return !/(?:^|[\s（|])[一二三四五六七八九十]{1,3}$/.test(shadow.slice(Math.max(0, at - 4), at))
}

/** The shadow of a text: one width of brackets, commas, colons, digits and spaces, character for character. */
export function foldWidths(text: string): string {
  let folded = ''
  let from = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = NARROW[text.charCodeAt(i)] ?? 0
    if (code === 0) continue
    folded += text.slice(from, i) + String.fromCharCode(code)
    from = i + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}

/** A text without any space, for comparing titles and cells that are printed spaced out. */
export function squeeze(text: string): string {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code <= 0x20 || (code >= 0x7f && code <= 0x3000) || code === 0xfeff) return text.replace(/\s+/g, '')
  }
  return text
}

function mendRadical(char: string): string {
  const known = SUPPLEMENT.get(char)
  if (known) return known
  const plain = char.normalize('NFKC')
  return plain.length === 1 ? plain : char
}
