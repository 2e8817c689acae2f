/** The first days of the two months before a day, its own, and the next, newest first. `today` is `YYYY-MM-DD`. */
export function monthsAround(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return [1, 0, -1, -2].map((step) => new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 10))
}
