import { AsyncLocalStorage } from 'node:async_hooks'
import type { Ctx } from '../db/index.ts'

const inside = new AsyncLocalStorage<true>()

/**
 * The same context for tests, which fails where a second connection is asked for inside a transaction: with as many
 * requests at once as the pool has connections, each would wait for the others for ever.
 */
export function oneConnection(ctx: Ctx): Ctx {
  return {
    ...ctx,
    get db() {
      refuseInside()
      return ctx.db
    },
    async transact(work) {
      refuseInside()
      return ctx.transact((tx) => inside.run(true, () => work(tx)))
    },
  }
}

function refuseInside(): void {
  if (inside.getStore()) throw new Error('a second connection is asked for inside a transaction: use its tx')
}
