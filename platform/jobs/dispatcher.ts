import { EventEmitter } from 'node:events'
import { type JobHelpers, Logger, type Runner, run, runMigrations, type WorkerEvents } from 'graphile-worker'
import { type Grants, systemActor } from '../access/index.ts'
import { type Cities, contextFor, listen } from '../db/index.ts'
import type { CityModule } from '../http/index.ts'
import { cleanUpModule } from './clean-up.ts'
import { startDaily } from './daily.ts'
import { tellFailed } from './failed-reactions.ts'
import { startPump } from './outbox-pump.ts'
import { freeJobsOfKilled, holdName } from './own-workers.ts'
import type { ReactJob } from './react-job.ts'

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

const FREE_EVERY_MS = 60_000

/**
 * Hands each city's outbox to the workers. An event becomes one job for each module that reacts to it, in the same
 * transaction that marks it dispatched, so that none is lost; a job that fails is retried with growing pauses, and
 * told of when its tries are used up. Also runs `daily` of every module once for each civil day of a city's legal
 * time, and learns of what other programs on this database change.
 */
export async function startDispatcher(given: DispatcherParts): Promise<Dispatcher> {
  const parts = { ...given, modules: [cleanUpModule, ...given.modules] }
  const { owner } = parts.cities
  await runMigrations({ pgPool: owner, logger: quiet })
  const workers = await startWorkers(parts)
  const pump = startPump(parts)
  const daily = startDaily(parts)
  const outbox = await listen(owner, { guangyue_outbox: pump.wake }, (session) => holdName(session, workers.name))
  const others = await parts.cities.follow(() => {
    daily.wake()
    pump.wake()
  })
  const free = () =>
    void freeJobsOfKilled(owner).catch((error) => parts.log('中断的后台处理暂时不能接续，将再试', error))
  free()
  const beat = setInterval(free, FREE_EVERY_MS)
  return {
    async stop() {
      clearInterval(beat)
      await others.end()
      await daily.stop()
      await pump.stop()
      await workers.runner.stop()
      await outbox.end()
    },
  }
}

const quiet = new Logger(() => () => {})

/** The workers, and the name under which they mark their jobs. */
async function startWorkers(parts: DispatcherParts): Promise<{ runner: Runner; name: string }> {
  const events: WorkerEvents = new EventEmitter()
  const name = new Promise<string>((resolve) => events.once('pool:create', ({ workerPool }) => resolve(workerPool.id)))
  const runner = await run({
    pgPool: parts.cities.owner,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: quiet,
    events,
    // how a job ended is told in a batch, which is tried again while the database is away; alone it would end the program
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: {
      react: async (payload, { job }) => react(payload as ReactJob, job, parts),
    },
  })
  runner.promise.catch((error) => parts.log('后台处理已停止，请重新启动程序', error))
  return { runner, name: await name }
}

async function react(job: ReactJob, { attempts, max_attempts: most }: JobHelpers['job'], parts: DispatcherParts) {
  const reaction = parts.modules.find(({ name }) => name === job.module)?.reactions?.[job.name]
  if (!reaction) return
  const city = parts.cities.byKey(job.city)
  if (!city) throw new Error(`the city ${job.city} is not open in this program yet`)
  const ctx = contextFor({ city, actor: systemActor, grants: parts.grants })
  try {
    await reaction(ctx, { id: job.eventId, name: job.name, payload: job.payload })
  } catch (error) {
    const last = attempts >= most
    parts.log(
      `事件 ${job.name} 在 ${job.city}/${job.module} 的处理没有完成，${last ? '不再重试，已告知管理员' : '将重试'}`,
      error,
    )
    if (last) await tellFailed(ctx, { event: job.name, module: job.module })
    throw error
  }
}
