/**
 * Numbers drawn from a seed and a name: the same seed and name give the same number, whatever was drawn before. A play
 * that was killed draws the rest as if it had never stopped.
 */
export interface Draws {
  /** At least 0 and below 1. */
  share(...name: readonly (string | number)[]): number
  /** A whole number of the two or between them. */
  whole(from: number, to: number, ...name: readonly (string | number)[]): number
  /** One of the list, which is not empty. */
  pick<Item>(list: readonly Item[], ...name: readonly (string | number)[]): Item
  /** The list in another order. */
  shuffled<Item>(list: readonly Item[], keyOf: (item: Item) => string, ...name: readonly (string | number)[]): Item[]
  /** A uuid of this name. */
  id(...name: readonly (string | number)[]): string
}

export function drawsFrom(seed: number): Draws {
  const share = (...name: readonly (string | number)[]) => hash(`${seed}/${name.join('/')}`) / 2 ** 32
  const whole = (from: number, to: number, ...name: readonly (string | number)[]) =>
    from + Math.floor(share(...name) * (to - from + 1))
  return {
    share,
    whole,
    pick(list, ...name) {
      const item = list[whole(0, list.length - 1, ...name)]
      if (item === undefined) throw new RangeError(`nothing to draw for ${name.join('/')}`)
      return item
    },
    shuffled: (list, keyOf, ...name) =>
      list.toSorted((a, b) => share(...name, keyOf(a)) - share(...name, keyOf(b)) || (keyOf(a) < keyOf(b) ? -1 : 1)),
    id(...name) {
      const hex = [0, 1, 2, 3].map((part) =>
        hash(`${seed}/${name.join('/')}#${part}`)
          .toString(16)
          .padStart(8, '0'),
      )
      const text = hex.join('')
      return `${text.slice(0, 8)}-${text.slice(8, 12)}-8${text.slice(13, 16)}-8${text.slice(17, 20)}-${text.slice(20)}`
    },
  }
}

/** 32 bits of a text, FNV-1a with its bits mixed once more at the end. */
function hash(text: string): number {
  let bits = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
