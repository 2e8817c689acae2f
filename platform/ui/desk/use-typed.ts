import { useMe } from './me.tsx'
import { useRemembered } from './remembered.ts'

interface Kept<Value, Version> {
  readonly value: Value
  /** The version that was read when typing began. */
  readonly version: Version
}

/** What is typed into a paper. */
export interface Typed<Value, Version = number> {
  readonly value: Value
  /** What a save says that it has seen. */
  readonly version: Version
  /** Typed and not saved; it stays in this browser until it is. */
  readonly unsaved: boolean
  readonly change: (next: Value) => void
  /** Saved, or given up. */
  readonly forget: () => void
}

interface Saved<Value, Version> {
  /** What is typed into, and which: one memory each, for each account. */
  readonly name: string
  readonly id: string
  readonly saved: Value
  readonly version: Version
  /** Whether two say the same; by their JSON unless said. */
  readonly same?: (one: Value, other: Value) => boolean
}

/** What is typed over what is saved, kept in this browser for its account until it is saved or given up. */
export function useTyped<Value, Version = number>({
  name,
  id,
  saved,
  version: read,
  same = sameJson,
}: Saved<Value, Version>): Typed<Value, Version> {
  const { account } = useMe()
  const [kept, keep] = useRemembered<Kept<Value, Version> | null>(`${name}.${account.id}.${id}`, null)
  const version = kept === null ? read : kept.version
  return {
    value: kept === null ? saved : kept.value,
    version,
    unsaved: kept !== null,
    change: (value) => keep(same(value, saved) ? null : { value, version }),
    forget: () => keep(null),
  }
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
