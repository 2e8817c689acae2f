import type { Ctx } from '@guangyue/platform/db'
import * as store from './store.ts'

const KEEP_DAYS = 180

/** The log of deliveries is kept for half a year; the messages themselves stay in the inboxes. */
export function cleanDeliveries(ctx: Ctx): Promise<void> {
  return store.deleteDeliveries(ctx.db, KEEP_DAYS)
}
