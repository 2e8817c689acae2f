const [OPENS, ALONE, FOLLOWS] = [1, 2, 4] as const

/**
 * Finds what a sticky expression matches, one behind the other. `opens` are the characters that a match begins with,
 * `follows` those that stand second; a match that begins with one of `alone` is looked for whatever follows. Most
 * characters are passed over by these alone, which is much quicker than an expression of many alternatives.
 */
export function scanner(
  pattern: RegExp,
  signs: { readonly opens: string; readonly alone?: string; readonly follows: string },
): (text: string, from: number) => RegExpExecArray | null {
  const places = new Uint8Array(0x10000)
  const put = (place: number, chars: string) => {
    for (let i = 0; i < chars.length; i += 1) places[chars.charCodeAt(i)] = (places[chars.charCodeAt(i)] ?? 0) | place
  }
  put(OPENS, signs.opens)
  put(ALONE, signs.alone ?? '')
  put(FOLLOWS, signs.follows)
  return (text, from) => {
    for (let at = from; at < text.length; at += 1) {
      const place = places[text.charCodeAt(at)] ?? 0
      if ((place & (OPENS | ALONE)) === 0) continue
      if ((place & ALONE) === 0 && ((places[text.charCodeAt(at + 1)] ?? 0) & FOLLOWS) === 0) continue
      pattern.lastIndex = at
      const hit = pattern.exec(text)
      if (hit) return hit
    }
    return null
  }
}
