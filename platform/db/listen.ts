import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'

const TRY_EVERY_MS = 1000

/** What to do when a channel is heard. */
type Wakes = Readonly<Record<string, () => void>>

/**
 * Hears channels on one connection. What a notice says does not matter, only that it came; after a lost connection a
 * new one is taken and every channel woken once, because notices may have been missed. `prepare` is called with each
 * connection, for what has to live as long as it.
 */
export async function listen(
  pool: pg.Pool,
  wakes: Wakes,
  prepare: (session: pg.ClientBase) => Promise<void> = async () => {},
): Promise<{ end(): Promise<void> }> {
  const ended = Promise.withResolvers<'ended'>()
  const hearAgain = () => hear(pool, wakes, prepare)
  let ear: Ear | undefined = await hearAgain()
  const listening = (async () => {
    for (;;) {
      const what = await Promise.race([ended.promise, ear ? ear.lost : sleep(TRY_EVERY_MS, 'late')])
      ear?.client.release(true)
      if (what === 'ended') return
      ear = await hearAgain().catch(() => undefined)
      if (ear) for (const wake of Object.values(wakes)) wake()
    }
  })()
  return {
    end() {
      ended.resolve('ended')
      return listening
    },
  }
}

interface Ear {
  readonly client: pg.PoolClient
  readonly lost: Promise<'lost'>
}

async function hear(pool: pg.Pool, wakes: Wakes, prepare: (session: pg.ClientBase) => Promise<void>): Promise<Ear> {
  const client = await pool.connect()
  const lost = new Promise<'lost'>((resolve) => {
    client.once('error', () => resolve('lost'))
    client.once('end', () => resolve('lost'))
  })
  client.on('notification', ({ channel }) => wakes[channel]?.())
  try {
    await prepare(client)
    for (const channel of Object.keys(wakes)) await client.query(`listen ${channel}`)
    return { client, lost }
  } catch (error) {
    client.release(true)
    throw error
  }
}
