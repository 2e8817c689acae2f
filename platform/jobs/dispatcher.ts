import { Logger, run, runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { type Grants, systemActor } from '../access/index.ts'
import { type Cities, contextFor, type OpenCity } from '../db/index.ts'
import type { CityModule, Reaction } from '../http/index.ts'
import { startDaily } from './daily.ts'

export interface Dispatcher {
  /** Ends after the jobs under way. */
  stop(): Promise<void>
}

export interface DispatcherParts {
  readonly cities: Cities
  readonly modules: readonly CityModule[]
  readonly grants: Grants
  readonly log: (sentence: string, error?: unknown) => void
}

interface ReactJob {
  readonly city: string
  readonly eventId: string
  readonly name: string
  readonly module: string
  readonly payload: Readonly<Record<string, unknown>>
}

/**
 * Hands each city's outbox to the workers. An event becomes one job for each module that reacts to it, in the same
 * transaction that marks it dispatched, so that none is lost; a job that fails is retried with growing pauses.
 * Also runs `daily` of every module once for each civil day of a city's legal time.
 */
export async function startDispatcher(parts: DispatcherParts): Promise<Dispatcher> {
  await runMigrations({ pgPool: parts.cities.owner, logger: quiet })
  const runner = await run({
    pgPool: parts.cities.owner,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: quiet,
    taskList: {
      react: async (payload) => react(payload as ReactJob, parts),
    },
  })
  const pump = startPump(parts)
  const daily = startDaily(parts)
  const listener = await listen(parts.cities.owner, { guangyue_outbox: pump.wake, guangyue_time: daily.wake })
  return {
    async stop() {
      await listener.end()
      await daily.stop()
      await pump.stop()
      await runner.stop()
    },
  }
}

const quiet = new Logger(() => () => {})

async function react(job: ReactJob, parts: DispatcherParts): Promise<void> {
  const city = parts.cities.byKey(job.city)
  const reaction = parts.modules.find(({ name }) => name === job.module)?.reactions?.[job.name]
  if (!city || !reaction) return
  const ctx = contextFor({ city, actor: systemActor, grants: parts.grants })
  try {
    await reaction(ctx, { id: job.eventId, name: job.name, payload: job.payload })
  } catch (error) {
    parts.log(`事件 ${job.name} 在 ${job.city}/${job.module} 的处理没有完成，将重试`, error)
    throw error
  }
}

/** Looks for written events when woken, and by itself at every beat in case a notice was lost. */
function startPump(parts: DispatcherParts): { wake(): void; stop(): Promise<void> } {
  const state = { stopped: false, wanted: true, wake: () => {} }
  const wake = () => {
    state.wanted = true
    state.wake()
  }
  const beat = setInterval(wake, 2000)
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
        await pumpCity(city, parts).catch((error) => parts.log(`${city.name} 的事件暂时不能分发`, error))
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

/** One connection that hears every channel; what a notice says does not matter, only that it came. */
async function listen(owner: pg.Pool, wakes: Readonly<Record<string, () => void>>): Promise<{ end(): Promise<void> }> {
  const client = await owner.connect()
  client.on('notification', ({ channel }) => wakes[channel]?.())
  client.on('error', () => {})
  for (const channel of Object.keys(wakes)) await client.query(`listen ${channel}`)
  return {
    async end() {
      client.release(true)
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
async function pumpCity(city: OpenCity, parts: DispatcherParts): Promise<void> {
  const client = await parts.cities.owner.connect()
  try {
    await client.query('begin')
    await client.query(`set local search_path to "${city.schema}", public`)
    const { rows } = await client.query<OutboxRow>(take)
    const jobs = [...rows].sort(byWriting).flatMap((row) => jobsOf(city, row, parts.modules))
    for (const job of jobs) {
      await client.query(
        `select graphile_worker.add_job('react', $1::json, queue_name := $2, max_attempts := 12, job_key := $3)`,
        [JSON.stringify(job), `${job.city}/${job.module}`, `${job.eventId}/${job.module}`],
      )
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
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
