import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'

/** What a person acts on, and the version of it that was on the screen. */
export interface Act {
  readonly id: string
  readonly version: number
}

interface Change<Ready> {
  /** Locks the thing until the transaction ends, and refuses who may not see it. */
  readonly lock: (tx: Tx) => Promise<Ready>
  readonly versionOf: (ready: Ready) => number
  /** What stands now, as whoever comes too late is shown it. */
  readonly current: (ready: Ready, tx: Tx) => unknown
  /** Writes the change, which raises the version by one, with audit and event. */
  readonly act: (tx: Tx, ready: Ready) => Promise<void>
}

/**
 * One change of one thing in one transaction: it is locked, compared with the version seen, and only then acted on.
 * Refuses (StaleVersion, with both texts) a version that is no longer the newest. Returns the version after the change.
 */
export async function changeSeen<Ready>(
  ctx: Ctx,
  seen: Act,
  { lock, versionOf, current, act }: Change<Ready>,
): Promise<{ version: number }> {
  return ctx.transact(async (tx) => {
    const ready = await lock(tx)
    if (versionOf(ready) !== seen.version) throw new StaleVersion(seen, await current(ready, tx))
    await act(tx, ready)
    return { version: seen.version + 1 }
  })
}
