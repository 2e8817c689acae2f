import type { BodyItem } from '@guangyue/kernel/official-document'

const digits = '零一二三四五六七八九'

/** 一、 （一） 1. （1）, each counted under the heading above it; nothing before other items. */
export function numbersOf(body: readonly BodyItem[]): readonly string[] {
  const counts = [0, 0, 0, 0]
  return body.map((item) => {
    if (item.kind !== 'heading') return ''
    const at = item.level - 1
    const count = (counts[at] ?? 0) + 1
    counts.splice(at, counts.length - at, count, ...Array.from({ length: 3 - at }, () => 0))
    return [`${chinese(count)}、`, `（${chinese(count)}）`, `${count}.`, `（${count}）`][at] ?? ''
  })
}

/** 1 to 99. */
function chinese(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  const high = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return `${high}${ones === 0 && tens > 0 ? '' : digits[ones]}`
}
