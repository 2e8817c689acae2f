import { simplified } from './simplified.ts'

/**
 * Text as search compares it: half-width, lower case, simplified characters, no control characters. Each UTF-16 unit becomes exactly one, so
 * that a place found in the folded text is the same place in the text itself.
 */
export function fold(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at += 1) folded += foldUnit(text.charAt(at))
  return folded
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0)
  if (code < 0x20) return ' '
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 32) : unit
  if (code === 0x3000) return ' '
  if (code >= 0xff01 && code <= 0xff5e) return foldUnit(String.fromCharCode(code - 0xfee0))
  if (code >= 0x3400) return simplified.get(unit) ?? unit
  const lower = unit.toLowerCase()
  return lower.length === 1 ? lower : unit
}
