import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Ctx } from '../db/index.ts'
import type { CityModule } from '../http/index.ts'
import { type TestCity, testCity } from '../testing/index.ts'
import { cleanUpModule } from './clean-up.ts'
import { type Dispatcher, startDispatcher } from './dispatcher.ts'
import { countFailedReactions, listFailedReactions, REACTION_FAILED, retryReaction } from './failed-reactions.ts'

describe('dispatcher', () => {
  let town: TestCity
  const faults: string[] = []
  const work = { of: async (_payload: Readonly<Record<string, unknown>>): Promise<void> => {} }
  const told = { of: (_payload: Readonly<Record<string, unknown>>) => {} }
  const modules: readonly CityModule[] = [
    {
      name: 'post',
      reactions: {
        'post.written': (_ctx, { payload }) => work.of(payload),
        [REACTION_FAILED]: async (_ctx, { payload }) => told.of(payload),
      },
    },
  ]
  const started: Dispatcher[] = []
  const start = async (): Promise<Dispatcher> => {
    const dispatcher = await startDispatcher({
      cities: town.cities,
      modules,
      grants: {},
      log: (sentence) => faults.push(sentence),
    })
    started.push(dispatcher)
    return dispatcher
  }
  const write = (ctx: Ctx, payload: Readonly<Record<string, unknown>>) =>
    ctx.transact((tx) => ctx.publish(tx, { name: 'post.written', payload }))
  /** Jobs that are still to be tried again have one try left, at once. */
  const hurry = () =>
    town.cities.owner.query(
      'select graphile_worker.reschedule_jobs(array[id], run_at := now(), attempts := max_attempts - 1) from graphile_worker.jobs where attempts < max_attempts - 1 and locked_at is null',
    )

  before(async () => {
    town = await testCity(modules)
  })
  after(async () => {
    // those of a failed test still run
    await Promise.allSettled(started.map((dispatcher) => dispatcher.stop()))
    await town.drop()
  })
  beforeEach(() => {
    faults.length = 0
  })

  test('what was written is reacted to once, also what was written while nothing ran', async () => {
    await write(town.ctx(), { n: 1 })
    const seen: unknown[] = []
    const both = Promise.withResolvers<void>()
    work.of = async ({ n }) => {
      seen.push(n)
      if (seen.length === 2) both.resolve()
    }
    const dispatcher = await start()
    await write(town.ctx(), { n: 2 })
    await both.promise
    await dispatcher.stop()
    assert.deepEqual(seen, [1, 2])
    while ((await town.cities.owner.query('select from graphile_worker.jobs')).rowCount !== 0);
  })

  test('a reaction that uses up its tries is told of, listed, and done when it is tried again', async () => {
    const dispatcher = await start()
    let tried = Promise.withResolvers<void>()
    const heard = Promise.withResolvers<Readonly<Record<string, unknown>>>()
    told.of = (payload) => heard.resolve(payload)
    work.of = async () => {
      tried.resolve()
      throw new Error('the printer is out of paper')
    }
    await write(town.ctx(), { n: 3 })
    await tried.promise
    tried = Promise.withResolvers()
    while ((await hurry()).rowCount === 0);
    assert.deepEqual(await heard.promise, { event: 'post.written', module: 'post' })

    let [failed] = await listFailedReactions(town.cities.owner, 'test')
    while (!failed) [failed] = await listFailedReactions(town.cities.owner, 'test')
    assert.deepEqual(
      [failed.event, failed.module, failed.fault, failed.tries],
      ['post.written', 'post', 'the printer is out of paper', 12],
    )
    assert.match(faults.join('\n'), /将重试\n.*不再重试，已告知管理员$/)
    assert.equal(await countFailedReactions(town.cities.owner), 1)
    assert.deepEqual(await listFailedReactions(town.cities.owner, 'tes'), [])
    assert.equal(await retryReaction(town.cities.owner, { city: 'tes', id: failed.id }), false)

    const done = Promise.withResolvers<unknown>()
    work.of = async ({ n }) => done.resolve(n)
    assert.equal(await retryReaction(town.cities.owner, { city: 'test', id: failed.id }), true)
    assert.equal(await done.promise, 3)
    await dispatcher.stop()
    assert.equal(await countFailedReactions(town.cities.owner), 0)
  })

  test('what a killed program was at is taken up by the next one at once', async () => {
    await (await start()).stop()
    await write(town.ctx(), { n: 4 })
    const seen: unknown[] = []
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    work.of = async ({ n }) => {
      seen.push(n)
      begun.resolve()
      await gate.promise
    }
    const first = await start()
    await begun.promise
    const again = Promise.withResolvers<void>()
    work.of = async ({ n }) => {
      seen.push(n)
      again.resolve()
    }
    // of a killed program nothing remains on the server but the mark of its workers
    await town.cities.owner.query(
      `with jobs as (update graphile_worker._private_jobs set locked_by = 'killed' where locked_by is not null)
      update graphile_worker._private_job_queues set locked_by = 'killed' where locked_by is not null`,
    )
    const second = await start()
    await again.promise
    await second.stop()
    gate.resolve()
    await first.stop()
    assert.deepEqual(seen, [4, 4])
  })

  test('a queue that stays locked without a job is free again', async () => {
    await town.cities.owner.query(
      "update graphile_worker._private_job_queues set locked_by = 'gone', locked_at = now() - interval '1 minute'",
    )
    const done = Promise.withResolvers<unknown>()
    work.of = async ({ n }) => done.resolve(n)
    const dispatcher = await start()
    await write(town.ctx(), { n: 7 })
    assert.equal(await done.promise, 7)
    await dispatcher.stop()
  })

  test('what a living program is at is left to it', async () => {
    const begun = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    let runs = 0
    work.of = async () => {
      runs += 1
      begun.resolve()
      await gate.promise
    }
    const first = await start()
    await write(town.ctx(), { n: 5 })
    await begun.promise
    const second = await start()
    gate.resolve()
    await Promise.all([first.stop(), second.stop()])
    assert.equal(runs, 1)
  })

  test('work goes on after the database has ended every connection', async () => {
    const dispatcher = await start()
    const { owner } = town.cities
    for (const pool of [owner, town.city.pool]) {
      await pool.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and datname = current_database() and pid <> pg_backend_pid()',
      )
    }
    const answers = (pool: typeof owner) =>
      pool.query('select 1').then(
        () => true,
        () => false,
      )
    for (const pool of [owner, town.city.pool]) while (!(await answers(pool)));
    const done = Promise.withResolvers<unknown>()
    work.of = async ({ n }) => done.resolve(n)
    await write(town.ctx(), { n: 6 })
    assert.equal(await done.promise, 6)
    await dispatcher.stop()
  })

  test('events handed on long ago are cleaned away, those of late and those that wait are kept', async () => {
    const { pool } = town.city
    await pool.query('delete from outbox_event')
    for (const [name, at] of [
      ['old', "now() - interval '31 days'"],
      ['late', 'now()'],
      ['waiting', 'null'],
    ]) {
      await pool.query(
        `insert into outbox_event (id, name, payload, dispatched_at) values (gen_random_uuid(), $1, '{}', ${at})`,
        [name],
      )
    }
    await cleanUpModule.daily?.(town.ctx())
    const { rows } = await pool.query('select name from outbox_event order by name')
    assert.deepEqual(rows, [{ name: 'late' }, { name: 'waiting' }])
  })
})
