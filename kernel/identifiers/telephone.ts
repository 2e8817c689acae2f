import { toHalfWidth } from './half-width.ts'

export type TelephoneReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly message: string }

/**
 * Reads a Chinese telephone number as typed: a mobile of 11 digits, or an area code with 7 or 8 digits and perhaps an
 * extension. Blanks, dashes, brackets, full-width forms and +86 are accepted; a fixed number comes back as 0635-1234567.
 */
export function parseTelephone(text: string): TelephoneReading {
  const typed = toHalfWidth(text)
    .replace(/[\s()（）]/g, '')
    .replace(/^(\+?86-?)(?=1|0)/, '')
  const mobile = typed.replaceAll('-', '')
  if (/^1[3-9]\d{9}$/.test(mobile)) return { ok: true, value: mobile }
  const fixed = /^(010|02\d|0[3-9]\d{2})-?([2-9]\d{6,7})(?:-(\d{1,6}))?$/.exec(typed)
  if (fixed) return { ok: true, value: fixed.slice(1).filter(Boolean).join('-') }
  return { ok: false, message: '请填写11位手机号，或带区号的固定电话，例如 0635-8288953' }
}

/** Three digits at the head and two at the foot stay of a mobile; of a fixed number the area code and two. */
export function maskTelephone(text: string): string {
  const [area, rest] = text.startsWith('0') && text.includes('-') ? cut(text, text.indexOf('-') + 1) : cut(text, 3)
  return `${area}${'*'.repeat(Math.max(0, rest.length - 2))}${rest.slice(-2)}`
}

function cut(text: string, at: number): readonly [string, string] {
  return [text.slice(0, at), text.slice(at)]
}
