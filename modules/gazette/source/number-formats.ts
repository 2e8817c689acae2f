/** A number in one of Word's formats; an unknown format is printed in Arabic figures. */
export function formatNumber(format: string, n: number): string {
  return (FORMATS.get(format) ?? String)(n)
}

const DIGITS = '〇一二三四五六七八九'
const FORMATS: ReadonlyMap<string, (n: number) => string> = new Map(
  Object.entries({
    decimalZero: (n: number) => String(n).padStart(2, '0'),
    decimalFullWidth: (n: number) => String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
    decimalEnclosedCircle: (n: number) => pick('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', n),
    decimalEnclosedCircleChinese: (n: number) => pick('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', n),
    decimalEnclosedParen: (n: number) => pick('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇', n),
    decimalEnclosedFullstop: (n: number) => pick('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛', n),
    ideographEnclosedCircle: (n: number) => pick('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉', n),
    ideographTraditional: (n: number) => pick('甲乙丙丁戊己庚辛壬癸', n),
    ideographZodiac: (n: number) => pick('子丑寅卯辰巳午未申酉戌亥', n),
    ideographDigital: digitByDigit,
    chineseCounting: chineseNumber,
    chineseCountingThousand: chineseNumber,
    japaneseCounting: chineseNumber,
    taiwaneseCounting: chineseNumber,
    taiwaneseCountingThousand: chineseNumber,
    chineseLegalSimplified: (n: number) =>
      translate(chineseNumber(n), '〇一二三四五六七八九十百千', '零壹贰叁肆伍陆柒捌玖拾佰仟'),
    upperLetter: (n: number) => letters(n),
    lowerLetter: (n: number) => letters(n).toLowerCase(),
    upperRoman: roman,
    lowerRoman: (n: number) => roman(n).toLowerCase(),
    numberInDash: (n) => `-${n}-`,
    none: () => '',
  }),
)

function chineseNumber(n: number): string {
  if (n < 1 || n > 9999 || !Number.isInteger(n)) return String(n)
  let text = ''
  let gap = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / unit) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += (gap ? '零' : '') + DIGITS[digit] + name
      gap = false
    }
  }
  return text.replace(/^一十/, '十')
}

function digitByDigit(n: number): string {
  return String(n).replace(/\d/g, (d) => DIGITS[Number(d)] ?? d)
}

function pick(signs: string, n: number): string {
  return [...signs][n - 1] ?? String(n)
}

function translate(text: string, from: string, to: string): string {
  return text.replace(/./gu, (char) => to[from.indexOf(char)] ?? char)
}

/** A to Z, then AA, BB … as Word counts. */
function letters(n: number): string {
  if (n < 1 || n > 780) return String(n)
  return String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n)
  let text = ''
  let left = n
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      text += sign
      left -= value
    }
  }
  return text
}
