import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import {
  actsOnRecord,
  bodiesOn,
  bodyNames,
  organisationsModule,
  probationsEnding,
  recordActs,
  rememberAlias,
  resolveNames,
  tenures,
} from './index.ts'

describe('organisations', () => {
  let town: TestCity
  const pack = new URL('../../packs/liaocheng-2021/', import.meta.url)

  before(async () => {
    town = await testCity([organisationsModule])
    await organisationsModule.loadPack?.(town.ctx(), pack)
  })
  after(() => town.drop())

  test('loading the pack twice changes nothing', async () => {
    const ctx = town.ctx()
    const first = (await bodiesOn(ctx, '2021-06-18')).length
    await organisationsModule.loadPack?.(ctx, pack)
    assert.equal((await bodiesOn(ctx, '2021-06-18')).length, first)
    assert.equal(first, JSON.parse(await readFile(new URL('bodies.json', pack), 'utf8')).length)
  })

  test('a printed name is a body, a group with its members, an alias, or unknown', async () => {
    const ctx = town.ctx()
    const names = ['市行政审批局', '各县（市、区）人民政府', '各县(市、区)人民政府', '市交通局', '市月球局']
    const found = await resolveNames(ctx.db, names, '2021-06-18')
    assert.deepEqual(
      names.map((name) => found.get(name)?.kind),
      ['body', 'group', 'group', 'body', 'unknown'],
    )
    const group = found.get('各县（市、区）人民政府')
    assert.equal(group?.kind === 'group' && group.members.length, 8)
  })

  test("a person's answer to an unknown name is remembered", async () => {
    const ctx = town.ctx()
    const body = (await bodiesOn(ctx))[0]
    assert.ok(body)
    await ctx.transact((tx) => rememberAlias(ctx, tx, { name: '市某某办', bodyId: body.id }))
    await ctx.transact((tx) => rememberAlias(ctx, tx, { name: '市某某办', bodyId: body.id }))
    const found = await resolveNames(ctx.db, ['市某某办'], ctx.today)
    assert.deepEqual(found.get('市某某办'), { kind: 'body', bodyId: body.id })
    assert.equal((await bodyNames(ctx.db, [body.id], ctx.today)).get(body.id)?.short, body.short)
  })

  test('a name that fits two bodies asks', async () => {
    const ctx = town.ctx()
    const [first, second] = await bodiesOn(ctx)
    assert.ok(first && second)
    await ctx.transact(async (tx) => {
      await rememberAlias(ctx, tx, { name: '市两可局', bodyId: first.id })
      await rememberAlias(ctx, tx, { name: '市两可局', bodyId: second.id })
    })
    const found = (await resolveNames(ctx.db, ['市两可局'], ctx.today)).get('市两可局')
    assert.deepEqual(found?.kind === 'several' && [...found.bodyIds].sort(), [first.id, second.id].sort())
  })

  test('a name that fits two bodies and was settled asks no more; the later answer counts', async () => {
    const ctx = town.ctx()
    const [first, second] = await bodiesOn(ctx)
    assert.ok(first && second)
    for (const name of ['市两可局', first.short]) {
      const answers: readonly string[] = [first.id, second.id, second.id, first.id, second.id]
      for (const bodyId of answers) {
        await ctx.transact((tx) => rememberAlias(ctx, tx, { name, bodyId, settles: true }))
        const found = (await resolveNames(ctx.db, [name], ctx.today)).get(name)
        assert.deepEqual(found, { kind: 'body', bodyId })
      }
    }
  })

  test('who held a post on a day: from the act until the day of removal', async () => {
    const ctx = town.ctx()
    const act = { person: '甲乙丙', post: '聊城市发展和改革委员会试验科科长', note: null, probationMonths: 12 }
    const appoint = { ...act, action: 'appoint', date: plainDate('2020-03-31'), document: '试〔2020〕1号' } as const
    const remove = { ...act, action: 'remove', date: plainDate('2021-05-01'), document: '试〔2021〕2号' } as const
    await ctx.transact((tx) => recordActs(ctx, tx, [appoint, remove, appoint, remove]))
    const on = async (day: string | null) =>
      (await tenures(ctx.db, { day, bodyId: null, text: '甲乙丙' })).map((held) => [held.heldFrom, held.heldUntil])
    assert.deepEqual(await on('2020-03-30'), [])
    assert.deepEqual(await on('2020-03-31'), [['2020-03-31', '2021-05-01']])
    assert.deepEqual(await on('2021-05-01'), [])
    assert.deepEqual(await on(null), [['2020-03-31', '2021-05-01']])
    const ending = await probationsEnding(ctx.db, plainDate('2021-02-28'))
    assert.deepEqual(
      ending.filter(({ person }) => person === '甲乙丙').map(({ probationUntil }) => probationUntil),
      ['2021-03-30'],
    )
  })

  test('removed twice from one post: before the first removal one line, not two that both end', async () => {
    const ctx = town.ctx()
    const act = { person: '两免人', post: '聊城市发展和改革委员会试验科主任', note: null, probationMonths: null }
    const removed = (year: string) =>
      ({ ...act, action: 'remove', date: plainDate(`${year}-03-06`), document: `试〔${year}〕9号` }) as const
    await ctx.transact((tx) => recordActs(ctx, tx, [removed('2021'), removed('2022')]))
    const on = async (day: string) =>
      (await tenures(ctx.db, { day, bodyId: null, text: '两免人' })).map(({ heldUntil }) => heldUntil)
    assert.deepEqual(await on('2021-03-05'), ['2021-03-06'])
    assert.deepEqual(await on('2021-03-06'), [])
    assert.deepEqual(await on('2022-03-05'), ['2022-03-06'])
    assert.deepEqual(await on('2022-03-06'), [])
  })

  test('the register: each act once, by body, day and kind; the end of a post held again on the same day stands apart', async () => {
    const ctx = town.ctx()
    const act = { person: '申屠再', post: '聊城市发展和改革委员会试验科副科长', note: null, probationMonths: null }
    const [day, document] = [plainDate('2019-01-02'), '试〔2019〕1号']
    const again = { ...act, date: day, document } as const
    const begun = { ...act, action: 'appoint', date: plainDate('2018-01-02'), document: '试〔2018〕1号' } as const
    const acts = [{ ...again, action: 'appoint' } as const, { ...again, action: 'lapse', note: '机构改革' } as const]
    await ctx.transact((tx) => recordActs(ctx, tx, acts))
    await ctx.transact((tx) => recordActs(ctx, tx, [begun, ...acts]))
    const held = await tenures(ctx.db, { day, bodyId: null, text: '申屠再' })
    assert.deepEqual(
      held.map(({ heldFrom, heldUntil }) => [heldFrom, heldUntil]),
      [['2019-01-02', null]],
    )
    const every = { text: '申屠再', post: null, bodyIds: null, from: null, to: null, action: null, limit: 9, offset: 0 }
    const found = await actsOnRecord(ctx.db, every)
    assert.deepEqual(
      found.acts.map(({ action, on, note }) => [action, on, note]),
      [
        ['appoint', '2019-01-02', null],
        ['lapse', '2019-01-02', '机构改革'],
        ['appoint', '2018-01-02', null],
      ],
    )
    assert.equal((await actsOnRecord(ctx.db, { ...every, action: 'lapse', limit: 1 })).total, 1)
    assert.equal((await actsOnRecord(ctx.db, { ...every, from: '2018-06-01' })).total, 2)
    assert.equal((await actsOnRecord(ctx.db, { ...every, bodyIds: [] })).total, 0)
  })

  test('what a corrected text no longer prints is taken back', async () => {
    const ctx = town.ctx()
    const act = { action: 'appoint', post: '聊城市财政局试验员', probationMonths: null, note: null } as const
    const printed = { ...act, person: '错字甲', date: plainDate('2020-01-02'), document: '试〔2020〕9号' }
    await ctx.transact((tx) => recordActs(ctx, tx, [printed]))
    await ctx.transact((tx) => recordActs(ctx, tx, [{ ...printed, person: '正字甲' }], [printed]))
    const people = async (text: string) => (await tenures(ctx.db, { day: null, bodyId: null, text })).length
    assert.deepEqual([await people('错字甲'), await people('正字甲')], [0, 1])
  })

  test('a removal without a known appointment is on record and holds nobody in office', async () => {
    const ctx = town.ctx()
    const removed = await tenures(ctx.db, { day: null, bodyId: null, text: '李颖' })
    assert.deepEqual(
      removed.map(({ heldFrom, heldUntil, endKind }) => [heldFrom, heldUntil, endKind]),
      [[null, '2021-06-01', 'remove']],
    )
  })
})
