import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Actor } from '@guangyue/platform/access'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { bodyNames, organisationsModule, resolveNames, tenures } from '../index.ts'
import type { BodyLine } from '../sheet/body-rows.ts'
import { recordAct } from './acts.ts'
import { addAlias, bodyEntries, changeBody, closeBody, createBody, removeAlias, renameBody } from './bodies.ts'
import { groupEntries, saveGroup } from './groups.ts'
import { importBodies } from './import.ts'

describe('keeping bodies', () => {
  let town: TestCity
  let top = ''
  const plain = { kind: '市直部门', from: null }

  before(async () => {
    town = await testCity([organisationsModule])
    top = await createBody(town.ctx(), { ...plain, name: '试验市人民政府', short: '市政府', parentId: null })
  })
  after(() => town.drop())

  const make = (name: string, parentId: string | null = top) =>
    createBody(town.ctx(), { ...plain, name: `试验市${name}`, short: `市${name}`, parentId })
  const entry = async (id: string) => {
    const found = (await bodyEntries(town.ctx())).find((body) => body.id === id)
    assert.ok(found)
    return found
  }
  const resolved = async (name: string, day: string) => (await resolveNames(town.ctx().db, [name], day)).get(name)
  const field = (name: string) => (error: { said?: { fields?: readonly { field: string }[] } }) => {
    assert.equal(error.said?.fields?.[0]?.field, name)
    return true
  }

  test('only an administrator keeps bodies', async () => {
    const officer: Actor = { ...town.ctx().actor, kind: 'account', roles: ['officer'] }
    const body = { ...plain, name: '试验市月球局', short: '市月球局', parentId: null }
    await assert.rejects(createBody(town.ctx(officer), body), { code: 'access.action-not-allowed' })
  })

  test('a name that another body bears is refused by field', async () => {
    await make('民政局')
    await assert.rejects(make('民政局'), field('name'))
    await assert.rejects(
      createBody(town.ctx(), { ...plain, name: '另一局', short: '市民政局', parentId: null }),
      field('short'),
    )
  })

  test('a body is renamed from a day on, never in place; before that day the old name stands', async () => {
    const id = await make('商务局')
    const seen = await entry(id)
    const change = {
      id,
      name: '试验市商务和投资促进局',
      short: '市商务投资局',
      from: '2021-09-01',
      version: seen.version,
    }
    await renameBody(town.ctx(), change)
    assert.deepEqual(
      (await entry(id)).names.map(({ name, from, to }) => [name, from, to]),
      [
        ['试验市商务和投资促进局', '2021-09-01', null],
        ['试验市商务局', null, '2021-09-01'],
      ],
    )
    const short = async (day: string) => (await bodyNames(town.ctx().db, [id], day)).get(id)?.short
    assert.deepEqual([await short('2021-08-31'), await short('2021-09-01')], ['市商务局', '市商务投资局'])
    assert.deepEqual(await resolved('市商务局', '2021-08-31'), { kind: 'body', bodyId: id })
    assert.deepEqual(await resolved('市商务局', '2021-09-01'), { kind: 'unknown' })
    await assert.rejects(renameBody(town.ctx(), { ...change, name: '又一名', short: '又' }), field('from'))
    await assert.rejects(renameBody(town.ctx(), { ...change, name: '又一名', short: '又', from: '2022-01-01' }), {
      code: 'db.stale-version',
    })
  })

  test('a parent at or below the body itself is refused; two moves at once make no circle', async () => {
    const [a, b] = [await make('甲局'), await make('乙局')]
    const move = async (id: string, parentId: string) => {
      const { kind, assigned, note, version } = await entry(id)
      await changeBody(town.ctx(), { id, kind, assigned, note, version, parentId })
    }
    await assert.rejects(move(a, a), field('parentId'))
    const done = await Promise.allSettled([move(a, b), move(b, a)])
    assert.deepEqual(done.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  })

  test('an alias is added once and removed; the name of another body is none', async () => {
    const id = await make('水利局')
    await addAlias(town.ctx(), { bodyId: id, name: '市水务办', basis: null })
    await addAlias(town.ctx(), { bodyId: id, name: '市水务办', basis: null })
    assert.deepEqual(await resolved('市水务办', '2021-07-06'), { kind: 'body', bodyId: id })
    await assert.rejects(addAlias(town.ctx(), { bodyId: id, name: '市政府', basis: null }), field('name'))
    const [alias] = (await entry(id)).aliases
    await removeAlias(town.ctx(), { bodyId: top, id: alias?.id ?? '' })
    assert.equal((await entry(id)).aliases.length, 1)
    await removeAlias(town.ctx(), { bodyId: id, id: alias?.id ?? '' })
    assert.deepEqual(await resolved('市水务办', '2021-07-06'), { kind: 'unknown' })
  })

  test('a body ends from a day with its successor; not while others are below it; its name is still shown', async () => {
    const [old, next] = [await make('扶贫办'), await make('乡村振兴局')]
    const part = await make('扶贫服务中心', old)
    const closing = async () => ({
      ...{ id: old, on: '2021-08-01', successorId: next, successorName: null, basis: '试政发〔2021〕9号' },
      version: (await entry(old)).version,
    })
    await assert.rejects(closeBody(town.ctx(), await closing()), field('on'))
    const { kind, assigned, note, version } = await entry(part)
    await changeBody(town.ctx(), { id: part, kind, assigned, note, version, parentId: next })
    await closeBody(town.ctx(), await closing())
    assert.deepEqual((await entry(old)).successors, [{ id: next, name: '试验市乡村振兴局', from: '2021-08-01' }])
    assert.deepEqual(await resolved('市扶贫办', '2021-07-31'), { kind: 'body', bodyId: old })
    assert.deepEqual(await resolved('市扶贫办', '2021-08-01'), { kind: 'unknown' })
    assert.equal((await bodyNames(town.ctx().db, [old], '2021-12-01')).get(old)?.short, '市扶贫办')
  })

  test('a group is made once, changed by version, and shares no name with another', async () => {
    const members = [await make('东区'), await make('西区')]
    const id = town.ctx().newId()
    const group = { id, name: '各区', printed: ['各区人民政府'], members, complete: true, version: 0 }
    await saveGroup(town.ctx(), group)
    await assert.rejects(saveGroup(town.ctx(), group), { code: 'db.stale-version' })
    await saveGroup(town.ctx(), { ...group, members: [...members].reverse(), printed: [], version: 1 })
    const [saved] = await groupEntries(town.ctx())
    assert.deepEqual([saved?.members, saved?.printed, saved?.version], [[...members].reverse(), ['各区'], 2])
    await assert.rejects(saveGroup(town.ctx(), { ...group, id: town.ctx().newId(), name: '各区' }), field('name'))
    await assert.rejects(saveGroup(town.ctx(), { ...group, members: [], version: 2 }), field('members'))
  })

  test('an act by hand needs its document, and is recorded once', async () => {
    const act = {
      person: '甲乙',
      action: 'appoint',
      post: '试验市民政局局长',
      date: '2021-07-01',
      document: '试政任〔2021〕1号',
      probationMonths: 12,
      note: null,
    } as const
    await assert.rejects(recordAct(town.ctx(), { ...act, document: ' ' }), field('document'))
    await assert.rejects(recordAct(town.ctx(), { ...act, date: '2021-02-30' }), field('date'))
    await recordAct(town.ctx(), act)
    await recordAct(town.ctx(), act)
    const held = await tenures(town.ctx().db, { day: '2021-07-06', bodyId: null, text: '甲乙' })
    assert.deepEqual(
      held.map(({ probationUntil }) => probationUntil),
      ['2022-06-30'],
    )
  })

  describe('a table of bodies', () => {
    const line = (name: string, part: Partial<BodyLine> = {}): BodyLine => ({
      ...{ line: 2, name: `试验市${name}`, short: `市${name}`, kind: '事业单位', parent: '市政府', aliases: [] },
      ...part,
    })

    test('is taken whole and once; the second time nothing is new', async () => {
      const lines = [line('图书馆', { parent: '市文化中心', aliases: ['市图'] }), line('文化中心')]
      assert.deepEqual(await importBodies(town.ctx(), lines), { bodies: 2, aliases: 1 })
      assert.deepEqual(await importBodies(town.ctx(), lines), { bodies: 0, aliases: 0 })
      const all = await bodyEntries(town.ctx())
      const centre = all.find(({ short }) => short === '市文化中心')
      assert.deepEqual([all.find(({ short }) => short === '市图书馆')?.parentId, centre?.parentId], [centre?.id, top])
    })

    test('with one fault nothing is taken, and every fault is told with its row', async () => {
      const lines = [line('博物馆'), line('剧院', { line: 3, parent: '市月球局' })]
      await assert.rejects(importBodies(town.ctx(), lines), (error: { said: { fields: { message: string }[] } }) => {
        assert.deepEqual(
          error.said.fields.map(({ message }) => message),
          ['第 3 行：没有找到上级“市月球局”'],
        )
        return true
      })
      assert.equal(
        (await bodyEntries(town.ctx())).some(({ short }) => short === '市博物馆'),
        false,
      )
    })

    test('two people at once: each body is made once', async () => {
      const lines = [line('植物园'), line('动物园')]
      const done = await Promise.all([importBodies(town.ctx(), lines), importBodies(town.ctx(), lines)])
      assert.deepEqual(done.map(({ bodies }) => bodies).sort(), [0, 2])
    })
  })
})
