import type { ClockFault, DayUnit, HourUnit, Term } from './model.ts'

/** The longest term of each unit: a hundred years. What is longer is a slip of the pen, and would take long to count. */
export const LONGEST = {
  'working-day': 36525,
  'calendar-day': 36525,
  month: 1200,
  hour: 876600,
  'working-hour': 876600,
} as const satisfies Record<DayUnit | HourUnit, number>

/** What is wrong with a term and its extensions: days and months are whole and positive, hours positive, none beyond `LONGEST`. */
export function termFault(terms: readonly Term<DayUnit | HourUnit>[]): ClockFault | undefined {
  let share = 0
  for (const { n, unit } of terms) {
    const whole = unit === 'hour' || unit === 'working-hour' || Number.isInteger(n)
    if (!(n > 0 && whole)) return outOfRange(unit)
    share += n / LONGEST[unit]
  }
  // Together, too, they stay within a hundred years.
  return share > 1 ? outOfRange(terms[0]?.unit ?? 'month') : undefined
}

function outOfRange(unit: DayUnit | HourUnit): ClockFault {
  const kind = unit === 'hour' || unit === 'working-hour' ? '大于0的数' : '正整数'
  const message = `期限的 n 应为${kind}，连同延长不超过一百年（${unit} 最多 ${LONGEST[unit]}）`
  return { ok: false, code: 'term-out-of-range', message }
}
