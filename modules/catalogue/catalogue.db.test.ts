import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { PageResult } from '@guangyue/platform/http'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { gazetteModule } from '../gazette/index.ts'
import { organisationsModule } from '../organisations/index.ts'
import { itemOf, liaochengPack, type Made } from './catalogue-made.ts'
import { CataloguePackInvalid, ItemUnknown } from './errors.ts'
import { catalogueModule } from './index.ts'
import { loadService, serviceQuery } from './pages/service.loader.ts'
import { loadServices, servicesQuery } from './pages/services.loader.ts'
import { presentService, presentServices } from './present.ts'
import { loadCatalogue } from './service.ts'
import { listVersions } from './store.ts'

const ledgerAction = { name: 'ledger-action', grants: { 'ledger.read': { supervision: 'city' } } } as const

describe('catalogue', () => {
  let town: TestCity
  let folder: string

  before(async () => {
    town = await testCity([organisationsModule, gazetteModule, ledgerAction, catalogueModule])
    const ctx = town.ctx()
    await organisationsModule.loadPack?.(ctx, liaochengPack)
    await gazetteModule.loadPack?.(ctx, liaochengPack)
    await loadCatalogue(ctx, liaochengPack)
    folder = await mkdtemp(join(tmpdir(), 'guangyue-items-'))
    await cp(new URL('items/', liaochengPack), join(folder, 'items'), { recursive: true })
  })
  after(async () => {
    await town.drop()
    await rm(folder, { recursive: true })
  })

  const place = () => pathToFileURL(`${folder}/`)
  const put = (name: string, item: Made) => writeFile(join(folder, 'items', name), JSON.stringify(item))
  const list = async (filter: Record<string, string> = {}) =>
    viewOf(await loadServices(town.ctx(), servicesQuery.parse(filter)))
  const guide = async (code: string, version?: number) =>
    viewOf(await loadService(town.ctx(), code, serviceQuery.parse({ version })))

  test('loaded again, nothing is added', async () => {
    const first = await listVersions(town.ctx().db)
    await loadCatalogue(town.ctx(), liaochengPack)
    assert.deepEqual(await listVersions(town.ctx().db), first)
    assert.equal(first.length, 17)
  })

  test('the list is of items in force, by body, kind, audience and words', async () => {
    assert.equal((await list()).items.length, 15)
    const names = async (filter: Record<string, string>) => (await list(filter)).items.map(({ name }) => name)
    assert.deepEqual(await names({ q: '施工 许可' }), ['建筑工程施工许可'])
    assert.deepEqual(
      (await names({ kind: '行政许可' })).toSorted(),
      ['企业设立登记', '建筑工程施工许可', '食品经营许可'].toSorted(),
    )
    assert.deepEqual(await names({ body: 'shi-yi-bao-ju' }), ['企业医疗保险登记'])
    assert.ok(!(await names({ for: 'person' })).includes('印章刻制与电子印章'))
    assert.deepEqual(await names({ q: '月球' }), [])
  })

  test('figures are those of the items, each with its clause', async () => {
    const { figures } = await list()
    assert.deepEqual(
      figures.map(({ figure, have, of, target, reached }) => [figure, have, of, target?.percent, reached]),
      [
        ['online', 14, 15, 95, false],
        ['whole-online', 13, 15, 85, true],
        ['one-window', 14, 15, 80, true],
      ],
    )
    assert.match(figures[0]?.target?.basis[0]?.href ?? '', /^\/documents\//)
    assert.equal(figures[0]?.target?.basis[0]?.label, '聊政发〔2021〕7号 附件十三（三）')
  })

  test('a next version waits while the present one runs, and each says so', async () => {
    const now = await guide('work-injury')
    assert.deepEqual([now.shown, now.item.procedure.terms.promised, now.next?.day], ['now', null, '2021-09-30'])
    const next = await guide('work-injury', Number(now.next?.href.split('=')[1]))
    assert.deepEqual([next.shown, next.item.procedure.terms.promised?.n, next.next], ['next', 7, null])
    await town.cities.moveTime('test', '2021-09-30T01:00:00.000Z')
    assert.equal((await guide('work-injury')).item.procedure.terms.promised?.n, 7)
    await town.cities.moveTime('test', '2021-07-06T04:00:00.000Z')
    await assert.rejects(guide('work-injury', 99), ItemUnknown)
    await assert.rejects(guide('moon-permit'), ItemUnknown)
  })

  test('the desk lists versions and tells what differs between two', async () => {
    const listed = await presentServices(town.ctx())
    const company = listed.items.find(({ code }) => code === 'company-set-up')
    assert.deepEqual([company?.number, company?.nextFrom], [1, '2022-03-01'])
    const { versions, compared } = await presentService(town.ctx(), 'company-set-up', {})
    assert.deepEqual(
      versions.map(({ number, state }) => [number, state]),
      [
        [1, 'now'],
        [2, 'next'],
      ],
    )
    const term = compared?.differences.find(({ path }) => path === 'procedure.terms.statutory.n')
    assert.deepEqual(term, { path: 'procedure.terms.statutory.n', before: '20', after: '3' })
    assert.deepEqual(
      (await presentService(town.ctx(), 'company-set-up', { before: 2, after: 2 })).compared?.differences,
      [],
    )
    assert.equal((await presentService(town.ctx(), 'food-business', {})).compared, null)
    await assert.rejects(presentService(town.ctx(), 'company-set-up', { before: 9 }), ItemUnknown)
  })

  test('the flow chart is drawn from the procedure', async () => {
    const { flow } = await guide('food-business')
    assert.deepEqual(
      flow.columns.map(({ name, boxes }) => [name, boxes.map((box) => [box.unit, box.sometimes])]),
      [
        ['提交申请', [[null, false]]],
        ['受理', [['市行政审批局', false]]],
        [
          '审查',
          [
            ['市行政审批局', false],
            ['市市场监管局', true],
          ],
        ],
        ['决定', [['市行政审批局', false]]],
        ['送达', [[null, false]]],
      ],
    )
    assert.deepEqual(flow.backs, [{ name: '退回重审', from: 3, to: 2 }])
  })

  test('one more item is one more file, and nothing else', async () => {
    await put(
      'test-item.json',
      await itemOf('food-business', (item) => Object.assign(item, { code: 'test-item', name: '测试事项' })),
    )
    await loadCatalogue(town.ctx(), place())
    assert.ok((await list()).items.some(({ name, href }) => name === '测试事项' && href === '/services/test-item'))
    assert.equal((await guide('test-item')).item.name, '测试事项')
  })

  test('what is corrected is a new version, the old one stays', async () => {
    await put(
      'test-item.json',
      await itemOf('food-business', (item) => Object.assign(item, { code: 'test-item', name: '测试事项（更正）' })),
    )
    await loadCatalogue(town.ctx(), place())
    const names = (await listVersions(town.ctx().db, 'test-item')).map(({ number, item }) => [number, item.name])
    assert.deepEqual(names, [
      [1, '测试事项'],
      [2, '测试事项（更正）'],
    ])
    assert.equal((await guide('test-item', 1)).shown, 'old')
  })

  test('a pack with one fault is refused whole, with file and path', async () => {
    const had = await listVersions(town.ctx().db)
    await put('good-item.json', await itemOf('food-business', (item) => Object.assign(item, { code: 'good-item' })))
    await put(
      'bad-item.json',
      await itemOf('food-business', (item) => Object.assign(item, { code: 'bad-item', body: 'moon' })),
    )
    await assert.rejects(loadCatalogue(town.ctx(), place()), (error) => {
      assert.ok(error instanceof CataloguePackInvalid)
      assert.deepEqual(error.data?.faults, [
        { file: 'items/bad-item.json', path: 'body', message: '数据包里没有单位 moon' },
      ])
      return true
    })
    await writeFile(join(folder, 'items', 'bad-item.json'), '{')
    await assert.rejects(loadCatalogue(town.ctx(), place()), /items\/bad-item\.json/)
    assert.deepEqual(await listVersions(town.ctx().db), had)
  })
})

function viewOf<View>(result: PageResult<View>): View {
  assert.ok('view' in result)
  return result.view
}
