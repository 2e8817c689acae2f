import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Ctx } from '../db/index.ts'
import type { CityModule } from '../http/index.ts'
import { type TestCity, testCity } from '../testing/index.ts'
import { runDaily } from './daily.ts'
import { startDispatcher } from './dispatcher.ts'

describe('daily work', () => {
  let town: TestCity
  const days: string[] = []
  const faults: string[] = []
  const work = { of: async (_ctx: Ctx): Promise<void> => {} }
  const modules: readonly CityModule[] = [
    { name: 'daily-a', daily: async (ctx) => work.of(ctx) },
    {
      name: 'daily-b',
      async daily(ctx) {
        days.push(ctx.today)
      },
    },
  ]
  const parts = () => ({ cities: town.cities, modules, grants: {}, log: (sentence: string) => faults.push(sentence) })

  before(async () => {
    town = await testCity(modules)
  })
  after(() => town.drop())
  beforeEach(async () => {
    days.length = 0
    faults.length = 0
    work.of = async () => {}
    await town.city.pool.query('delete from daily_run')
    await town.cities.moveTime('test', '2021-07-06T04:00:00.000Z')
  })

  test('once a civil day of the city, however often and from however many places it is called', async () => {
    await Promise.all([runDaily(parts()), runDaily(parts()), runDaily(parts())])
    await runDaily(parts())
    assert.deepEqual(days, ['2021-07-06'])
    await town.cities.moveTime('test', '2021-07-06T15:59:00.000Z')
    await runDaily(parts())
    assert.deepEqual(days, ['2021-07-06'])
    await town.cities.moveTime('test', '2021-07-06T16:00:00.000Z')
    await runDaily(parts())
    assert.deepEqual(days, ['2021-07-06', '2021-07-07'])
  })

  test('two at once: the second leaves it to the first, also while it is still running', async () => {
    const running = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    let runs = 0
    work.of = async () => {
      runs += 1
      running.resolve()
      await gate.promise
    }
    const first = runDaily(parts())
    await running.promise
    await runDaily(parts())
    gate.resolve()
    await first
    assert.deepEqual([runs, faults], [1, []])
  })

  test('what failed is told and tried again; the others go on', async () => {
    work.of = () => Promise.reject(new Error('the disk is full'))
    await runDaily(parts())
    assert.match(faults.join(), /试验市 2021-07-06 的每日处理（daily-a）没有完成，将重试/)
    assert.deepEqual(days, ['2021-07-06'])
    let tried = 0
    work.of = async () => {
      tried += 1
    }
    await runDaily(parts())
    await runDaily(parts())
    assert.deepEqual([tried, days], [1, ['2021-07-06']])
  })

  test('what failed once is done soon after, not a minute later', { timeout: 30_000 }, async () => {
    await town.cities.moveTime('test', '2021-07-10T00:00:00.000Z')
    const done = Promise.withResolvers<void>()
    let tried = 0
    work.of = async () => {
      tried += 1
      if (tried === 1) throw new Error('two were in each other’s way')
      done.resolve()
    }
    const dispatcher = await startDispatcher(parts())
    await done.promise
    await dispatcher.stop()
    assert.equal(tried, 2)
  })

  test('the dispatcher starts it and wakes it when the time is moved', async () => {
    const seen = new Map(['2021-07-06', '2021-08-01'].map((day) => [day, Promise.withResolvers<void>()]))
    work.of = async (ctx) => seen.get(ctx.today)?.resolve()
    const dispatcher = await startDispatcher(parts())
    await seen.get('2021-07-06')?.promise
    await town.cities.moveTime('test', '2021-08-01T00:00:00.000Z')
    await seen.get('2021-08-01')?.promise
    await dispatcher.stop()
  })
})
