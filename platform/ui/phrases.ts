const words = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * A Chinese title cut where a line may break: between two words of two signs or more. What stands beside a single
 * sign (的, a name that no dictionary has) stays with it, so nothing is lost but some places to break.
 */
export function phrasesOf(title: string): readonly string[] {
  const phrases: string[] = []
  let last = ''
  for (const { segment } of words.segment(title)) {
    const apart = Math.min(last.length, segment.length) > 1
    if (apart || phrases.length === 0) phrases.push(segment)
    else phrases.push(`${phrases.pop() ?? ''}${segment}`)
    last = segment
  }
  return phrases
}
