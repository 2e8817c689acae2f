import type { Ctx, Tx } from '@guangyue/platform/db'
import type { Hanging } from '../chain.ts'
import * as chainStore from '../store/chain.ts'

/**
 * Says on the clauses' pages what has become of them: one row for each thing and clause, written anew when it is there.
 * Called by the module that owns the thing, in the transaction that changes it; that module audits its own change.
 */
export async function hang(ctx: Ctx, tx: Tx, hangings: Hanging | readonly Hanging[]): Promise<void> {
  const list = 'thing' in hangings ? [hangings] : hangings
  await chainStore.putHangings(
    tx,
    list.map((hanging) => ({ ...hanging, id: ctx.newId() })),
  )
}

/** Takes things off every clause they hung on. */
export async function unhang(tx: Tx, things: string | readonly string[]): Promise<void> {
  await chainStore.deleteHangings(tx, typeof things === 'string' ? [things] : things)
}
