import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gazetteModule } from '@guangyue/modules/gazette'
import { identityModule } from '@guangyue/modules/identity'
import { organisationsModule } from '@guangyue/modules/organisations'
import { type Ctx, newId } from '@guangyue/platform/db'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { ledgerModule } from '../index.ts'
import { confirmMeasures } from '../service/confirm.ts'
import { getMeasure, saveDraft } from '../service/review.ts'
import { makeMetrics } from './make-metrics.ts'
import { metricsView } from './service.ts'

const pack = new URL('../../../packs/liaocheng-2021/', import.meta.url)

let place: TestCity
let office: Ctx
before(async () => {
  place = await testCity([organisationsModule, identityModule, gazetteModule, ledgerModule])
  const system = place.ctx()
  for (const module of [organisationsModule, gazetteModule, ledgerModule, ledgerModule]) {
    await module.loadPack?.(system, pack)
  }
  office = place.ctx({
    kind: 'account',
    accountId: newId(),
    name: '督查室',
    bodyId: null,
    bodies: [],
    roles: ['supervision'],
  })
  for (const [document, lead] of [
    ['聊政办字〔2021〕13号', '市农业农村局'],
    ['聊政办字〔2021〕14号', '市卫生健康委'],
  ] as const) {
    await nameLead(document, lead)
  }
  await confirmMeasures(office, {})
  const { rows } = await office.city.pool.query('select id from ledger_task')
  const payload = { taskIds: rows.map(({ id }) => id) }
  await makeMetrics(system, { name: 'ledger.measure-confirmed', payload })
})
after(() => place.drop())

/** The clauses of a document that have targets and print no lead get one, as a person of the office gives it. */
async function nameLead(document: string, lead: string): Promise<void> {
  const { rows } = await office.city.pool.query<{ id: string }>(
    `select m.id from ledger_measure m join ledger_document d on d.id = m.document_id where d.number = $1
      and jsonb_array_length(m.reading->'targets') > 0 and m.reading->'assignments' = '[]'`,
    [document],
  )
  assert.equal(rows.length, 1)
  for (const { id } of rows) {
    const { measure } = await getMeasure(office, id)
    const tasks = measure.draft.map((task) => ({ ...task, leads: [{ name: lead }] }))
    await saveDraft(office, { id, version: measure.version, title: measure.title, tasks })
  }
}

const named = async (text: string) => {
  const { items } = await metricsView(office, { text })
  return items.map(({ unit, unitBody, baseline, targets, undated, otherDays }) => ({
    unit,
    by: unitBody?.name,
    from: baseline?.value,
    targets: targets.map(({ day, op, value }) => `${day} ${op} ${value}`),
    undated: undated.map(({ op, value }) => `${op} ${value}`),
    others: otherDays.map(({ day }) => day),
  }))
}

const table = [
  // metric                          unit    start      targets, with their days where they have one        other days
  ['农产品加工业与农业总产值比', '：1', undefined, ['2021-12-31 >= 1.18', '2025-12-31 >= 1.42'], []],
  ['营业收入亿元以上农业企业', '家', undefined, ['2021-12-31 >= 135', '2025-12-31 > 200'], []],
  ['阿胶及阿胶类生产企业年营业收入', '亿元', undefined, ['2025-12-31 >= 70'], ['2035-12-31']],
  ['城网地区用户年均停电时间', '小时', undefined, ['2021-07-31 <= 3.5'], []],
  ['预安排停电减少', '万时户', undefined, ['2021-07-31 >= 1.1'], []],
  ['办电环节', '个', 3, ['<= 2'], []],
  ['全程电子化率', '%', undefined, ['2021-06-30 >= 99'], []],
] as const

for (const [name, unit, from, targets, others] of table) {
  test(`the pack's targets are metrics on the days of their clauses: ${name}`, async () => {
    const [found, ...more] = await named(name)
    assert.equal(more.length, 0)
    const aims = [...(found?.targets ?? []), ...(found?.undated ?? [])]
    assert.deepEqual([found?.unit, found?.from, aims, found?.others], [unit, from, [...targets], [...others]])
  })
}

test('what only says which things a rule is about is no metric', async () => {
  for (const condition of ['投资额', '建筑面积', '容量', '采购项目', '销售收入', '联合监督检查']) {
    assert.deepEqual(await named(condition), [], condition)
  }
})

test('clearance times are measured although their clause sets no figure, once, by the customs', async () => {
  const found = await named('整体通关时间')
  assert.deepEqual(
    found.map(({ unit, targets }) => [unit, targets]),
    [
      ['小时', []],
      ['小时', []],
    ],
  )
})
