import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { foldCitation } from '@guangyue/modules/gazette'
import { createAccount, peopleOfRole } from '@guangyue/modules/identity'
import type { Ctx } from '@guangyue/platform/db'
import { saveCharge } from '../charges/service.ts'
import { openPeriod, saveScheme } from '../dispatch/periods.ts'
import { dutiesView } from '../dispatch/views.ts'
import { saveReport, signReport } from '../dispatch/write-report.ts'
import { makeMetrics } from '../metrics/make-metrics.ts'
import { confirmMeasures } from '../service/confirm.ts'
import { pageOfTasks } from '../service/task-view.ts'
import { workbench } from '../service/workbench.ts'
import { upsertIndicators } from '../store/documents.ts'
import { type TestLedger, testLedger } from '../test-ledger.ts'
import { exportOverview } from './export.ts'
import { indicatorsView, indicatorView, overview, ownCharge } from './service.ts'

let ledger: TestLedger
let office: Ctx

const board = { as: 'any', state: 'all', sort: 'due', limit: 50 } as const

before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision')
  const target = { phrase: '90%以上', metric: '网办率', op: '>=' as const, value: 90, unit: '%' }
  const documentId = await ledger.draft(
    { path: '一/（一）', title: '压缩时间', leads: ['市公安局'], due: '2021-06-30', targets: [target] },
    { path: '一/（二）', title: '联合办理', leads: ['市公安局', '市民政局'], due: '2021-12-31' },
    { path: '二/（一）', title: '另一章', leads: ['市财政局'], due: '2021-05-31' },
    { path: '三/（一）', title: '没有指标', leads: ['市民政局'] },
  )
  const folded = foldCitation('试政发〔2021〕1号')
  const common = { folded, commander: null }
  await office.transact((tx) =>
    upsertIndicators(tx, [
      { ...common, key: 'first', position: 1, name: '开办企业', chapters: ['一'] },
      { ...common, key: 'second', position: 2, name: '办理破产', chapters: [] },
    ]),
  )
  await confirmMeasures(office, { documentId })
  const { rows } = await office.city.pool.query<{ id: string }>('select id from ledger_task')
  const payload = { taskIds: rows.map(({ id }) => id) }
  await makeMetrics(ledger.place.ctx(), { name: 'ledger.measure-confirmed', payload })
})
after(() => ledger.place.drop())

/** One report of the police is signed and raises a problem; the other reports stay owed. */
async function dispatch(): Promise<void> {
  const schemeId = office.newId()
  const days = { opensDay: 1, dueDay: 5, remindDays: 3, graceDays: 2, stepDays: 2 }
  const scheme = { id: schemeId, name: '月调度', documentId: null, ...days, supportsReport: true, paused: false }
  await saveScheme(office, { ...scheme, fromMonth: plainDate('2021-01-01'), toMonth: null, version: null })
  const { id } = await openPeriod(office, { schemeId, month: plainDate('2021-07-01') })
  const query = { as: 'all', states: undefined, page: 1, limit: 200, period: id } as const
  const { items } = await dutiesView(office, query)
  const report = items.find(({ title }) => title === '压缩时间')
  assert.ok(report)
  const text = {
    progress: '已压缩至两天',
    percent: 60,
    figures: [],
    problems: '接口未开通',
    helpWanted: '',
    merges: [],
  }
  const saved = await saveReport(await ledger.as('officer', '市公安局'), { ...report, ...text })
  await signReport(await ledger.as('head', '市公安局'), { id: report.id, version: saved.version })
}

test('a commander sees what is late, whose, since when, why, what is missing, measured and in the way', async () => {
  await dispatch()
  const police = await ledger.bodyId('市公安局')
  await saveCharge(office, { post: '副市长甲', bodyIds: [police], accountIds: [], seen: null })
  const view = await indicatorView(office, 'first')
  assert.deepEqual(
    [view.post, view.figures.all, view.figures.red, view.problems, view.metrics],
    ['副市长甲', 2, 1, 1, 1],
  )
  const [late, ...more] = view.late
  assert.equal(more.length, 0)
  assert.deepEqual(
    [late?.title, late?.leads, late?.nextDue, late?.daysLeft],
    ['压缩时间', ['市公安局'], '2021-06-30', -6],
  )
  assert.deepEqual(late?.why.report, { words: '已压缩至两天', percent: 60, on: '2021-07-06', unit: '市公安局' })
  assert.deepEqual([late?.why.problem?.text, late?.why.problem?.open], ['接口未开通', 1])
  assert.deepEqual(
    view.missingBy.map(({ unit, reports, due, late }) => `${unit.name} ${reports} ${due} ${late}`).sort(),
    ['市公安局 1 2021-07-05 true', '市民政局 1 2021-07-05 true'].sort(),
  )
  assert.deepEqual(
    view.problemList.map(({ text, unit }) => [text, unit.name]),
    [['接口未开通', '市公安局']],
  )
  assert.deepEqual(
    view.metricList.map(({ name }) => name),
    ['网办率'],
  )
})

test('an indicator without a chapter has a page that says so; one that is not has none', async () => {
  const { items } = await indicatorsView(office)
  assert.deepEqual(
    items.map(({ key, figures }) => [key, figures.all]),
    [
      ['first', 2],
      ['second', 0],
    ],
  )
  const empty = await indicatorView(office, 'second')
  assert.deepEqual([empty.chapters, empty.late, empty.missingBy, empty.metricList], [[], [], [], []])
  await assert.rejects(indicatorView(office, 'third'), { code: 'ledger.indicator-unknown' })
})

test('every figure is what the board shows behind it', async () => {
  const { figures, units, late, ...groups } = await overview(office)
  assert.deepEqual(figures, (await pageOfTasks(office, board)).figures)
  assert.deepEqual([figures.all, figures.red], [4, 2])
  for (const { unit, all, late: red } of units) {
    const led = (await pageOfTasks(office, { ...board, bodyId: unit.id, as: 'lead' })).figures
    assert.deepEqual([all, red], [led.all, led.red], unit.name)
  }
  const behind = {
    indicators: (key: string) => ({ indicator: key }),
    documents: (key: string) => ({ documentId: key }),
    counties: (key: string) => ({ bodyId: key }),
    months: (key: string) => ({ dueFrom: `${key}-01`, dueTo: `${key}-${key.endsWith('-06') ? 30 : 31}` }),
  } as const
  for (const [name, filterOf] of Object.entries(behind) as [keyof typeof behind, (key: string) => object][]) {
    for (const { key, figures: own } of groups[name]) {
      assert.deepEqual(own, (await pageOfTasks(office, { ...board, ...filterOf(key) })).figures, `${name} ${key}`)
    }
  }
  assert.deepEqual(
    groups.months.map(({ name, figures: own }) => [name, own.all, own.red]),
    [
      ['2021年5月到期', 1, 1],
      ['2021年6月到期', 1, 1],
      ['2021年12月到期', 1, 0],
    ],
  )
  assert.deepEqual(
    late.map(({ title }) => title),
    ['另一章', '压缩时间'],
  )
  assert.deepEqual(
    units.map(({ unit, late, since, missing }) => [unit.name, late, since, missing]),
    [
      ['市财政局', 1, '2021-05-31', 1],
      ['市公安局', 1, '2021-06-30', 1],
      ['市民政局', 0, null, 2],
    ],
  )
  assert.match((await exportOverview(office, { indicator: 'first' })).name, /逾期事项/)
})

test('a leader finds what the posts held command and answer for; others find nothing, units are refused', async () => {
  await createAccount(ledger.place.ctx(), {
    username: 'lingdao',
    name: '某领导',
    password: 'correct horse battery',
    bodyId: null,
    title: '副市长',
    email: null,
    roles: ['leader'],
  })
  const [account] = await peopleOfRole(office.db, 'leader')
  assert.ok(account)
  const police = await ledger.bodyId('市公安局')
  const seen = { bodyIds: [police], accountIds: [] }
  await saveCharge(office, { post: '副市长甲', bodyIds: [police], accountIds: [account.id], seen })
  const leader = await ledger.as('leader')
  assert.deepEqual(await ownCharge(leader), { posts: [], indicators: [], units: [] })
  const own = await ownCharge(ledger.place.ctx({ ...leader.actor, accountId: account.id }))
  assert.deepEqual(own.posts, ['副市长甲'])
  assert.deepEqual(
    own.indicators.map(({ key, holders }) => [key, holders]),
    [['first', ['某领导']]],
  )
  assert.deepEqual(
    own.units.map(({ unit, all, late }) => [unit.name, all, late]),
    [['市公安局', 2, 1]],
  )
  assert.equal((await workbench(leader)).waitingCount, 0, 'a leader takes no steps, and so nothing waits for one')
  const head = await ledger.as('head', '市公安局')
  for (const read of [overview, indicatorsView, ownCharge]) {
    await assert.rejects(read(head), { code: 'access.action-not-allowed' })
  }
})
