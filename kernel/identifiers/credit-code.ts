import { toHalfWidth } from './half-width.ts'

/** 统一社会信用代码 (GB 32100-2015): proof of form, never of existence. */
export interface CreditCode {
  readonly code: string
  /** Registering department and kind within it: `11` 机关, `91` 企业, `92` 个体工商户. */
  readonly kind: string
  /** Division of the registering office; one since abolished stays valid. */
  readonly division: string
  /** The nine characters of the organisation code (GB 11714). */
  readonly organisation: string
  /** What is unusual but does not make it wrong, in Chinese. */
  readonly warnings: readonly string[]
}

export type CreditCodeReading =
  | { readonly ok: true; readonly value: CreditCode }
  | { readonly ok: false; readonly code: 'length' | 'letters' | 'division' | 'check'; readonly message: string }

/**
 * Reads a code as typed: blanks, full-width and lower-case forms are accepted. A letter that the standard leaves out
 * (I, O, S, V, Z) is refused and never corrected. The inner check need not hold for old registrations and only warns.
 */
export function parseCreditCode(text: string): CreditCodeReading {
  const code = toHalfWidth(text).replace(/\s/g, '').toUpperCase()
  if (code.length !== 18) {
    return { ok: false, code: 'length', message: `统一社会信用代码应为18位，这里是${code.length}位` }
  }
  const stray = [...code].find((letter) => !ALPHABET.includes(letter))
  if (stray !== undefined) {
    const message = `统一社会信用代码不含“${stray}”，只用数字和除 I、O、S、V、Z 以外的大写字母`
    return { ok: false, code: 'letters', message }
  }
  const division = code.slice(2, 8)
  if (!/^\d{6}$/.test(division)) {
    return { ok: false, code: 'division', message: '统一社会信用代码第3至8位应为登记机关行政区划的6位数字' }
  }
  if (creditCodeCheck(code.slice(0, 17)) !== code[17]) {
    return { ok: false, code: 'check', message: '统一社会信用代码的校验位不符，请对照证照核对' }
  }
  const organisation = code.slice(8, 17)
  const warnings: string[] = []
  if (organisationCodeCheck(organisation.slice(0, 8)) !== organisation[8]) warnings.push('其中的组织机构代码校验位不符')
  if (!DEPARTMENTS.includes(code[0] ?? '')) warnings.push(`登记管理部门代码“${code[0]}”不在标准所列之内`)
  return { ok: true, value: { code, kind: code.slice(0, 2), division, organisation, warnings } }
}

/** The 18th character for the first 17 (which consist of the standard's letters). */
export function creditCodeCheck(first17: string): string | undefined {
  let sum = 0
  let weight = 1
  for (const letter of first17) {
    sum += ALPHABET.indexOf(letter) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET[(31 - (sum % 31)) % 31]
}

/** The 9th character of an organisation code for the first 8, digits and capitals. */
export function organisationCodeCheck(first8: string): string {
  const sum = [...first8].reduce(
    (total, letter, index) => total + parseInt(letter, 36) * (ORGANISATION_WEIGHTS[index] ?? 0),
    0,
  )
  const rest = 11 - (sum % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
/** 机构编制, 外交, 司法行政, 文化, 民政, 旅游, 宗教, 工会, 市场监管, 军委改革编制, 农业, other. */
const DEPARTMENTS = '123456789ANY'
