/** A field of a thing that two people have edited at once. */
export interface StaleField {
  readonly key: string
  readonly label: string
}

export interface StaleRow extends StaleField {
  readonly yours: unknown
  readonly current: unknown
}

export type Side = 'yours' | 'current'

/** The fields in which both texts differ. */
export function differing(
  fields: readonly StaleField[],
  yours: Readonly<Record<string, unknown>>,
  current: Readonly<Record<string, unknown>>,
): readonly StaleRow[] {
  return fields
    .map((field) => ({ ...field, yours: yours[field.key], current: current[field.key] }))
    .filter((row) => JSON.stringify(row.yours ?? null) !== JSON.stringify(row.current ?? null))
}

/** The text that was chosen field by field; yours where nothing was chosen. */
export function merged(
  rows: readonly StaleRow[],
  yours: Readonly<Record<string, unknown>>,
  chosen: Readonly<Record<string, Side>>,
): Readonly<Record<string, unknown>> {
  const taken = rows.filter(({ key }) => chosen[key] === 'current').map(({ key, current }) => [key, current])
  return { ...yours, ...Object.fromEntries(taken) }
}
