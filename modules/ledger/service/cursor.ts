/** Where the next page begins, as opaque text. */
export function cursorOf(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** The key in a cursor; undefined for none or for one that is damaged: then the list begins anew. */
export function readCursor<Key extends readonly (string | number | null)[]>(
  cursor: string | undefined,
): Key | undefined {
  if (!cursor) return undefined
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(key) ? (key as unknown as Key) : undefined
  } catch {
    return undefined
  }
}
