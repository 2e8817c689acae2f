/** How much is measured: all of it, or what takes a few minutes. */
export interface Extent {
  /** False with `--small`: nothing is measured past 10⁵ rows. */
  readonly whole: boolean
}

const SIZES = [10_000, 100_000, 1_000_000] as const
const MOST_WHEN_SMALL = 100_000

/** The sizes of a store, in rows, at which a workload is measured. */
export function sizesOf({ whole }: Extent): readonly number[] {
  return SIZES.filter((size) => whole || size <= MOST_WHEN_SMALL)
}
