import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { foldCitation } from '@guangyue/modules/gazette'
import type { Ctx } from '@guangyue/platform/db'
import { closePeriod, openPeriod, saveScheme } from '../dispatch/periods.ts'
import { enterValues, saveMetric } from '../metrics/service.ts'
import { breakDown } from '../service/break-down.ts'
import { confirmMeasures } from '../service/confirm.ts'
import { pageOfTasks } from '../service/task-view.ts'
import { upsertIndicators } from '../store/documents.ts'
import { otherWaits, type TestLedger, testLedger } from '../test-ledger.ts'
import type { RuleLine } from './model.ts'
import { issueScores, onPeriodClosed, saveRules } from './service.ts'
import { findIssue, holdPeriod, listInputs, listRules } from './store.ts'

const line: RuleLine = {
  key: '达标',
  title: '达标',
  kind: 'points',
  text: '达到目标数',
  basis: null,
  officePoints: true,
}

let ledger: TestLedger
let office: Ctx
let periodId: string
let police: string

before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision')
  police = await ledger.bodyId('市公安局')
  const documentId = await ledger.draft({ path: '一/（一）', due: '2021-09-30' }, { path: '二', leads: ['市财政局'] })
  await confirmMeasures(office, { documentId })
  const indicator = { key: 'first', position: 1, name: '开办企业', chapters: ['一'], commander: null }
  await office.transact((tx) => upsertIndicators(tx, [{ ...indicator, folded: foldCitation('试政发〔2021〕1号') }]))
  await proposePart('市财政局')
  const days = { opensDay: 1, dueDay: 5, remindDays: 3, graceDays: 2, stepDays: 2 }
  const months = { fromMonth: plainDate('2021-07-01'), toMonth: null }
  const rest = { name: '月调度', documentId: null, supportsReport: false, paused: false, version: null }
  const schemeId = office.newId()
  await saveScheme(office, { id: schemeId, ...days, ...months, ...rest })
  periodId = (await openPeriod(office, { schemeId, month: plainDate('2021-07-01') })).id
})
after(() => ledger.place.drop())

/** A part that ends later than the task of the police, and so waits for approval. */
async function proposePart(unit: string): Promise<void> {
  const head = await ledger.as('officer', '市公安局')
  const { items } = await pageOfTasks(head, { as: 'lead', state: 'all', sort: 'due', limit: 1 })
  const part = {
    id: office.newId(),
    title: '后到的部分',
    leads: [{ name: unit }],
    supports: [],
    dates: [{ phrase: '', due: '2021-12-31' }],
    targets: [],
    lateReason: '招标较晚',
  }
  await breakDown(head, { id: items[0]?.id ?? '', version: 1, parts: [part] })
}

const metricId = '00000000-0000-4000-8000-000000000001'
function metric() {
  const target = { day: plainDate('2021-06-30'), op: '>=' as const, value: 90, phrase: '90%以上' }
  const none = { indicatorKey: null, baseline: null, baselineOn: null, computed: null }
  return {
    id: metricId,
    name: '网办率',
    unit: '%',
    direction: 'up' as const,
    bodyId: police,
    ...none,
    version: null,
    targets: [target],
  }
}

test('a target counts as reached by what was measured until its day, as on the page of the metric', async () => {
  await saveMetric(office, metric())
  const at = (day: string, value: number) => ({ metricId, day: plainDate(day), value })
  await enterValues(office, { source: 'hand', values: [at('2021-06-30', 80), at('2021-07-05', 95)] })
  await closePeriod(office, { id: periodId, version: 1 })
  await onPeriodClosed(ledger.place.ctx(), { name: 'ledger.period-closed', payload: { periodId } })
  const facts = (await listInputs(office.db, periodId)).find(({ bodyId }) => bodyId === police)?.facts
  assert.deepEqual([facts?.目标数, facts?.达到目标数], [1, 0])
})

test('a part that waits for approval is led by nobody: neither as a task nor for its indicator', async () => {
  const finance = await ledger.bodyId('市财政局')
  const inputs = await listInputs(office.db, periodId)
  const of = (id: string) => inputs.find(({ bodyId }) => bodyId === id)?.facts ?? {}
  assert.deepEqual([of(finance).牵头任务数, of(finance).牵头指标], [1, []])
  assert.equal((of(police).牵头指标 as readonly unknown[]).length, 1)
})

test('scores are issued by the rules that stand when their turn comes', async () => {
  await saveRules(office, { from: 0, lines: [line], reason: '第一版' })
  let issuing: Promise<unknown> = Promise.resolve()
  await office.city.db.transaction().execute(async (tx) => {
    await holdPeriod(tx, periodId)
    issuing = issueScores(office, periodId)
    await otherWaits(ledger)
    await saveRules(office, { from: 1, lines: [{ ...line, text: '达到目标数 * 2' }], reason: '第二版' })
  })
  await issuing
  const [newest] = await listRules(office.db)
  assert.equal((await findIssue(office.db, periodId))?.rulesId, newest?.id)
})
