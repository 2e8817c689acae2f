/** Round marks that enclose all values: at least two, at most about `most`. Values are finite. */
export function ticksFor(values: readonly number[], most = 5): readonly number[] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const size = Math.max(1, Math.abs(low), Math.abs(high))
  const step = roundStep((high - low > size * 1e-9 ? high - low : size) / (most - 1))
  const first = Math.floor(low / step + 1e-9) * step
  const count = Math.max(1, Math.ceil((high - first) / step - 1e-9))
  return Array.from({ length: count + 1 }, (_, place) => Number((first + place * step).toPrecision(12)))
}

/** Which of the places along an axis can be written at without touching, the last one first; both ends in the same unit. */
export function spaced(places: readonly number[], gap: number): ReadonlySet<number> {
  const kept: number[] = []
  for (const place of places.toSorted((a, b) => b - a)) {
    if (place <= (kept.at(-1) ?? Number.POSITIVE_INFINITY) - gap) kept.push(place)
  }
  return new Set(kept)
}

/** The smallest of 1, 2, 5 times a power of ten that is not below `rough`. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const times = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10
  return times * power
}
