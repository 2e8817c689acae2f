import { findPlainDate, type PlainDate } from '../calendar/index.ts'
import { toHalfWidth } from './half-width.ts'

/** 公民身份号码 (GB 11643-1999), residence permits of the same form included. */
export interface ResidentId {
  readonly id: string
  /** Division at first issue; it may have been abolished since. */
  readonly division: string
  readonly born: PlainDate
  readonly sex: 'male' | 'female'
}

export type ResidentIdReading =
  | { readonly ok: true; readonly value: ResidentId }
  | { readonly ok: false; readonly code: 'form' | 'date' | 'check'; readonly message: string }

/** Reads a number as typed: blanks, full-width forms and a small x are accepted. No message repeats the number. */
export function parseResidentId(text: string): ResidentIdReading {
  const id = toHalfWidth(text).replace(/\s/g, '').toUpperCase()
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) {
    return { ok: false, code: 'form', message: '公民身份号码应为18位，前17位是数字，末位是数字或 X' }
  }
  const born = birthOf(id)
  if (born === undefined) return { ok: false, code: 'date', message: '公民身份号码第7至14位不是存在的出生日期' }
  if (residentIdCheck(id.slice(0, 17)) !== id[17]) {
    return { ok: false, code: 'check', message: '公民身份号码的校验位不符，请对照证件核对' }
  }
  const sex = Number(id[16]) % 2 === 1 ? 'male' : 'female'
  return { ok: true, value: { id, division: id.slice(0, 6), born, sex } }
}

/** The 18th character for the first 17 digits. */
export function residentIdCheck(first17: string): string | undefined {
  let sum = 0
  // From the right, each weight is twice the one before, modulo 11; the check itself has weight 1.
  let weight = 2
  for (const digit of [...first17].toReversed()) {
    sum += Number(digit) * weight
    weight = (weight * 2) % 11
  }
  return '10X98765432'[sum % 11]
}

/**
 * For the public, and only where persons must be told apart: the first and the last two characters stay. The usual
 * six and four would give away the birthplace and, with a name, much else.
 */
export function maskResidentId(id: string): string {
  return id.length < 15 ? '*'.repeat(id.length) : `${id.slice(0, 1)}${'*'.repeat(id.length - 3)}${id.slice(-2)}`
}

/** Masks each number in a running text that looks like one: full-width, in groups, or with a wrong check digit included. */
export function maskResidentIds(text: string): string {
  return text.replace(LOOKS_LIKE_ID, (found) => {
    const id = toHalfWidth(found).replace(/[\s-]/g, '')
    return birthOf(id) === undefined ? found : maskResidentId(id)
  })
}

const LOOKS_LIKE_ID =
  /(?<![0-9０-９A-Za-z])[0-9０-９]{6}[\s-]?[0-9０-９]{8}[\s-]?[0-9０-９]{3}[0-9０-９XxＸｘ](?![0-9０-９A-Za-z])/g

function birthOf(id: string): PlainDate | undefined {
  const born = findPlainDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`)
  return born !== undefined && born >= '1800' && born < '2200' ? born : undefined
}
