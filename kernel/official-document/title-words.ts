/** A line may begin with these, whatever the words around them. */
const ANCHORS = ['关于', '印发', '转发', '批转', '进一步']
/** These hang on the word before them. */
const CLINGING = new Set(['的', '等', '、', '，', '》', '”', '）'])
const OPENING = new Set(['《', '“', '（'])
const JOINING = new Set(['和', '与', '及', '暨', '或', '对', '在'])

/**
 * A title in pieces that must not be broken, in order and complete: the given words, then what the language's own
 * dictionary (Intl.Segmenter) takes for words. It parts names that it does not know, so single characters are held
 * together with what stands beside them, and numbers with what they count.
 */
export function titleChunks(title: string, words: readonly string[]): readonly string[] {
  const chunks: string[] = []
  let loose = false
  let opened = false
  for (const word of wordsOf(title, words)) {
    const single = [...word].length === 1 && !JOINING.has(word)
    const anchored = ANCHORS.includes(word) || words.includes(word)
    const last = chunks.at(-1)
    const held = CLINGING.has(word) || opened || (!anchored && (single || loose) && !OPENING.has(word))
    if (last !== undefined && held && !(chunks.length > 0 && JOINING.has(word))) chunks[chunks.length - 1] = last + word
    else chunks.push(word)
    opened = OPENING.has(word)
    loose = (single && !CLINGING.has(word)) || /^[第\d]/.test(word)
  }
  return chunks
}

function wordsOf(title: string, words: readonly string[]): readonly string[] {
  const known = [...ANCHORS, ...words].filter((word) => word !== '').sort((a, b) => b.length - a.length)
  const pattern = new RegExp(`(${known.map(escaped).join('|')})`, 'u')
  return title.split(pattern).flatMap((part, index) => (index % 2 === 1 ? [part] : segmented(part)))
}

function segmented(text: string): readonly string[] {
  return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment)
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
