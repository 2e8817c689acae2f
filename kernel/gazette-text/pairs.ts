/** Characters that stand in pairs, each with the one that takes its place. */
export function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(Array.from({ length: text.length / 2 }, (_, i) => [text.charAt(i * 2), text.charAt(i * 2 + 1)]))
}
