/** What has a canonical text: JSON whose numbers are whole and exact. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain | undefined }

/**
 * One text for one value, to be hashed or signed: JSON without blanks, keys in the order of their UTF-16 units, as RFC
 * 8785 has it. Keys whose value is undefined are left out. Refuses (throws, a bug in the caller) numbers that are not
 * whole or not exact, and text with half a character.
 */
export function canonicalText(value: Plain): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return stringText(value)
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`
  const parts = Object.keys(value)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((key) => {
      const part = value[key]
      return part === undefined ? [] : [`${stringText(key)}:${canonicalText(part)}`]
    })
  return `{${parts.join(',')}}`
}

function isList(value: readonly Plain[] | object): value is readonly Plain[] {
  return Array.isArray(value)
}

function numberText(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`no canonical text for ${value}`)
  return String(value === 0 ? 0 : value)
}

function stringText(value: string): string {
  if (!value.isWellFormed()) throw new RangeError('no canonical text for half a character')
  return JSON.stringify(value)
}
