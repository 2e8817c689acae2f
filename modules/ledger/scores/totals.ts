import { addDecimals, type Decimal, findDecimal, integer, writeDecimal } from '@guangyue/kernel/rules'

/** The sum of the lines that have points, exact. */
export function totalOf(points: readonly (string | null)[]): string {
  const sum = points.reduce<Decimal>((total, text) => {
    const value = text === null ? undefined : findDecimal(text)
    return value ? addDecimals(total, value) : total
  }, integer(0))
  return writeDecimal(sum)
}

/** The total of each unit of these lines. */
export function totalsOf(
  lines: readonly { readonly bodyId: string; readonly points: string | null }[],
): ReadonlyMap<string, string> {
  const units = Map.groupBy(lines, ({ bodyId }) => bodyId)
  return new Map([...units].map(([bodyId, rows]) => [bodyId, totalOf(rows.map(({ points }) => points))]))
}
