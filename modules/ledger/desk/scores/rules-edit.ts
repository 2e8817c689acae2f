import type { RuleLine } from './shapes.ts'

/** A line as the form holds it: with an id of its own, and the clause as text. */
export interface EditedLine extends Omit<RuleLine, 'basis'> {
  readonly id: string
  readonly basis: string
}

export function editedOf(lines: readonly RuleLine[]): readonly EditedLine[] {
  return lines.map((line) => ({ ...line, id: crypto.randomUUID(), basis: line.basis ?? '' }))
}

export function blankLine(): EditedLine {
  return { id: crypto.randomUUID(), key: '', title: '', kind: 'points', text: '', basis: '', officePoints: true }
}

/** As it is sent: an empty clause is none. */
export function sentOf(lines: readonly EditedLine[]): RuleLine[] {
  return lines.map(({ id: _id, basis, ...line }) => ({ ...line, basis: basis.trim() === '' ? null : basis.trim() }))
}

interface Fault {
  readonly field: string
  readonly message: string
}

/** What is wrong with the line in that place, by field. */
export function faultsAt(faults: readonly Fault[], at: number): Readonly<Record<string, string>> {
  const own = faults.filter(({ field }) => field.startsWith(`lines.${at}.`))
  return Object.fromEntries(own.map(({ field, message }) => [field.split('.')[2] ?? '', message]))
}
