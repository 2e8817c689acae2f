import type { ItemVersion } from './store.ts'

/**
 * The version that holds on a day: the latest first day not after it, the newest of that day. Undefined before the first
 * and after the end of the last. `versions` are of one item, as `listVersions` orders them.
 */
export function versionOn(versions: readonly ItemVersion[], day: string): ItemVersion | undefined {
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= day)
  const latest = begun.at(-1)
  return latest && (latest.effectiveTo === null || latest.effectiveTo > day) ? latest : undefined
}

/** The version that begins next after a day, prepared while the present one runs. */
export function nextVersion(versions: readonly ItemVersion[], day: string): ItemVersion | undefined {
  const first = versions.find(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom > day)
  return first && versions.findLast(({ effectiveFrom }) => effectiveFrom === first.effectiveFrom)
}
