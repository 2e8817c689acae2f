/**
 * JSON that PostgreSQL takes: halves of surrogate pairs become U+FFFD and NUL is left out, because its text holds
 * neither and one such character would refuse a whole statement.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value)
  // Well-formed JSON.stringify writes only these two as such escapes; a backslash of the text itself makes it look twice.
  return /\\u(?:d[89a-f]|0000)/.test(text) ? JSON.stringify(value, (_, part) => storable(part)) : text
}

function storable(part: unknown): unknown {
  return typeof part === 'string' ? part.toWellFormed().replaceAll('\u0000', '') : part
}
