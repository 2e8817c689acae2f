import { type Grants, systemActor } from '../access/index.ts'
import { type Cities, type Ctx, contextFor, isBeingPlayed, type OpenCity } from '../db/index.ts'
import type { CityModule } from '../http/index.ts'

export interface DailyParts {
  readonly cities: Cities
  readonly modules: readonly CityModule[]
  readonly grants: Grants
  readonly log: (sentence: string, error?: unknown) => void
}

/**
 * Runs `daily` of every module once for the present civil day of each city's legal time. What failed stays due and is
 * tried at the next call, the rest goes on. Days on which the program stood still are not made up one by one, so a
 * `daily` asks what is due by today, not what falls on today. A demonstration waits until its pack is loaded whole and its
 * year is played. Comes back with whether nothing failed.
 */
export async function runDaily(parts: DailyParts): Promise<boolean> {
  let whole = true
  const unloaded = new Set(await parts.cities.unloaded())
  for (const city of parts.cities.all()) {
    if (city.demonstration && (unloaded.has(city.key) || (await isBeingPlayed(city.pool)))) continue
    const ctx = contextFor({ city, actor: systemActor, grants: parts.grants })
    for (const { name, daily } of parts.modules) {
      if (!daily) continue
      await runOnce(ctx, { name, daily }).catch((error) => {
        whole = false
        parts.log(`${city.name} ${ctx.today} 的每日处理（${name}）没有完成，将重试`, error)
      })
    }
  }
  return whole
}

/** What failed is tried once more so much later: two that were in each other's way are hardly so again. */
const RETRY_MS = 5_000

/** Every minute, and at once when woken; what failed once more in between. */
export function startDaily(parts: DailyParts): { wake(): void; stop(): Promise<void> } {
  let running: Promise<void> | null = null
  let again = false
  let retry: NodeJS.Timeout | undefined
  let retried = false
  const wake = () => {
    again = true
    running ??= (async () => {
      while (again) {
        again = false
        const whole = await runDaily(parts).catch((error) => {
          parts.log('每日处理暂时不能进行，将重试', error)
          return false
        })
        if (whole || retried) continue
        retried = true
        retry = setTimeout(wake, RETRY_MS)
      }
      running = null
    })()
  }
  const beat = setInterval(() => {
    retried = false
    wake()
  }, 60_000)
  wake()
  return {
    wake,
    async stop() {
      clearInterval(beat)
      again = false
      await running
      clearTimeout(retry)
    },
  }
}

/**
 * A lock of the session keeps other processes away while the work runs and is gone with a killed process; a
 * transaction open for so long would hold back the sealing of the audit.
 */
async function runOnce(ctx: Ctx, module: { name: string; daily: (ctx: Ctx) => Promise<void> }): Promise<void> {
  const client = await ctx.city.pool.connect()
  let broken = true
  try {
    const locked = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${LOCK}) as mine`, [module.name])
    if (locked.rows[0]?.mine) {
      try {
        if (!(await isDone(ctx.city, { module: module.name, day: ctx.today }))) {
          await module.daily(ctx)
          await client.query('insert into daily_run (module, day) values ($1, $2) on conflict do nothing', [
            module.name,
            ctx.today,
          ])
        }
      } finally {
        await client.query(`select pg_advisory_unlock(${LOCK})`, [module.name])
      }
    }
    broken = false
  } finally {
    client.release(broken)
  }
}

const LOCK = "7023, hashtext(current_schema() || '/' || $1)"

async function isDone(city: OpenCity, run: { module: string; day: string }): Promise<boolean> {
  const { rowCount } = await city.pool.query('select 1 from daily_run where module = $1 and day = $2', [
    run.module,
    run.day,
  ])
  return rowCount === 1
}
