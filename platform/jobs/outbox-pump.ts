import type { Cities, OpenCity } from '../db/index.ts'
import type { CityModule, Reaction } from '../http/index.ts'
import { keyOf, type ReactJob } from './react-job.ts'

export interface PumpParts {
  readonly cities: Cities
  readonly modules: readonly CityModule[]
  readonly log: (sentence: string, error?: unknown) => void
}

const LOOK_EVERY_MS = 2000
const MOST_TRIES = 12

/** Hands each city's outbox to the workers when woken, and by itself at every beat in case a notice was lost. */
export function startPump(parts: PumpParts): { wake(): void; stop(): Promise<void> } {
  const state = { stopped: false, wanted: true, wake: () => {} }
  const wake = () => {
    state.wanted = true
    state.wake()
  }
  const beat = setInterval(wake, LOOK_EVERY_MS)
  const loop = (async () => {
    while (!state.stopped) {
      if (!state.wanted) {
        await new Promise<void>((resolve) => {
          state.wake = resolve
        })
        continue
      }
      state.wanted = false
      for (const city of parts.cities.all()) {
        await pumpCity(city, parts).catch((error) => parts.log(`${city.name} 的事件暂时不能分发，将再试`, error))
      }
    }
  })()
  return {
    wake,
    async stop() {
      state.stopped = true
      clearInterval(beat)
      wake()
      await loop
    },
  }
}

const take = `update outbox_event set dispatched_at = clock_timestamp() where id in (
  select id from outbox_event where dispatched_at is null order by written_at, id limit 500 for update skip locked)
  returning id, name, payload, written_at`

interface OutboxRow {
  readonly id: string
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly written_at: string
}

/** One transaction of the owner: events marked and jobs added together. */
async function pumpCity(city: OpenCity, parts: PumpParts): Promise<void> {
  const client = await parts.cities.owner.connect()
  let broken = true
  try {
    await client.query('begin')
    await client.query(`set local search_path to "${city.schema}", public`)
    const { rows } = await client.query<OutboxRow>(take)
    const jobs = [...rows].sort(byWriting).flatMap((row) => jobsOf(city, row, parts.modules))
    for (const job of jobs) {
      await client.query(
        `select graphile_worker.add_job('react', $1::json, queue_name := $2, max_attempts := ${MOST_TRIES}, job_key := $3)`,
        [JSON.stringify(job), `${job.city}/${job.module}`, keyOf(job)],
      )
    }
    await client.query('commit')
    broken = false
  } finally {
    // a connection given up in the middle takes its transaction with it
    client.release(broken)
  }
}

function byWriting(a: OutboxRow, b: OutboxRow): number {
  return a.written_at < b.written_at ? -1 : a.written_at > b.written_at ? 1 : a.id < b.id ? -1 : 1
}

function jobsOf(city: OpenCity, row: OutboxRow, modules: readonly CityModule[]): ReactJob[] {
  const reacting = modules.filter(({ reactions }) => (reactions as Record<string, Reaction> | undefined)?.[row.name])
  return reacting.map((module) => ({
    city: city.key,
    eventId: row.id,
    name: row.name,
    module: module.name,
    payload: row.payload,
  }))
}
