export interface Count {
  readonly passed: number
  readonly failed: number
}

/** Reads the closing lines of node:test's TAP. A run that was cut off before them counts as one failure. */
export function countOfTap(tap: string): Count {
  const number = (word: string) => tap.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1]
  const [passed, failed, cancelled] = ['pass', 'fail', 'cancelled'].map(number)
  if (passed === undefined) return { passed: 0, failed: 1 }
  return { passed: Number(passed), failed: Number(failed ?? 0) + Number(cancelled ?? 0) }
}

/** Reads Playwright's JSON report. A flaky test is a failed one. */
export function countOfPlaywright(json: string): Count {
  const { stats, errors } = JSON.parse(json) as {
    readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
    readonly errors: readonly unknown[]
  }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

export function sum(counts: readonly Count[]): Count {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
  }
}
