import { Logger, run, runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { type Grants, systemActor } from '../access/index.ts'
import { type Cities, contextFor, type OpenCity } from '../db/index.ts'
import type { CityModule, Reaction } from '../http/index.ts'

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
  const pump = await startPump(parts)
  return {
    async stop() {
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

/** Listens for written events, and looks by itself at every beat in case a notice was lost. */
async function startPump(parts: DispatcherParts): Promise<{ stop(): Promise<void> }> {
  const state = { stopped: false, wanted: true, wake: () => {} }
  const wake = () => {
    state.wanted = true
    state.wake()
  }
  const listener = await listen(parts.cities.owner, wake)
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
    async stop() {
      state.stopped = true
      clearInterval(beat)
      wake()
      await loop
      await listener.end()
    },
  }
}

async function listen(owner: pg.Pool, wake: () => void): Promise<{ end(): Promise<void> }> {
  const client = await owner.connect()
  client.on('notification', wake)
  client.on('error', () => {})
  await client.query('listen guangyue_outbox')
  return {
    async end() {
      client.removeListener('notification', wake)
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
