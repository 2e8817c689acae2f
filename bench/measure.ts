/** The value below which the share `part` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** The exponent with which a cost grows between two sizes: 1 is linear, 2 quadratic. */
export function exponent(
  from: readonly [size: number, cost: number],
  to: readonly [size: number, cost: number],
): number {
  return Math.log(to[1] / from[1]) / Math.log(to[0] / from[0])
}

/** Wall time of a piece of work in milliseconds. */
export async function wallMilliseconds(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * Time of this thread on its core for one run of `work`, in milliseconds: others on the machine do not count, nor do the
 * helpers of the garbage collector. The clock of the kernel is coarse, so work is repeated until `atLeast` have passed.
 * Node before 23.9 does not tell core time, so there it is wall time.
 */
export function coreMilliseconds(work: () => unknown, atLeast = 40): number {
  const start = coreClock()
  for (let runs = 1; ; runs += 1) {
    work()
    const spent = coreClock() - start
    if (spent >= atLeast) return spent / runs
  }
}

function coreClock(): number {
  if (process.threadCpuUsage === undefined) return performance.now()
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
