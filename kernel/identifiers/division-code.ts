/** A division by the structure of its code (GB/T 2260; nine and twelve digits by the statistical standard). */
export interface DivisionCode {
  /** Six digits down to the county, nine for a township, twelve for a village. */
  readonly code: string
  readonly level: 'province' | 'prefecture' | 'county' | 'township' | 'village'
  /** Code of the division above; null for a province. */
  readonly parent: string | null
}

/**
 * Reads 6, 9 or 12 digits; zeros that only fill up are cut (371502000000 is 371502). Undefined where the shape is wrong.
 * A shape proves no existence, and development zones have no such code: give them one of the pack's own.
 */
export function findDivisionCode(text: string): DivisionCode | undefined {
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(text)) return undefined
  const code = text.replace(/^(\d{6})(000){1,2}$/, '$1').replace(/^(\d{9})000$/, '$1')
  const [province, prefecture, county] = [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6)]
  if (province < '11' || province > '83') return undefined
  if (code.length === 12) return { code, level: 'village', parent: code.slice(0, 9) }
  if (code.length === 9) return { code, level: 'township', parent: code.slice(0, 6) }
  if (county !== '00')
    return prefecture === '00' ? undefined : { code, level: 'county', parent: `${code.slice(0, 4)}00` }
  if (prefecture !== '00') return { code, level: 'prefecture', parent: `${province}0000` }
  return { code, level: 'province', parent: null }
}
