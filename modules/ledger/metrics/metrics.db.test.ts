import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import exceljs from 'exceljs'
import { loadMetric } from '../pages/metric.loader.ts'
import { loadTask } from '../pages/task.loader.ts'
import { confirmMeasures } from '../service/confirm.ts'
import { documentView, releaseDocument } from '../service/documents.ts'
import { type TestLedger, testLedger } from '../test-ledger.ts'
import { exportMetrics } from './export.ts'
import { onDocumentReleased } from './hang-metrics.ts'
import { makeMetrics } from './make-metrics.ts'
import { computeMetrics, enterValues, metricsView, metricView, saveMetric } from './service.ts'
import { applyMetricSheet, metricTemplate, uploadMetricSheet } from './sheet.ts'

let ledger: TestLedger
let office: Ctx
let taskIds: string[]

before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision')
  const target = { phrase: '90%以上', metric: '网办率', op: '>=' as const, value: 90, unit: '%' }
  const documentId = await ledger.draft({ path: '一', leads: ['市公安局'], due: '2021-12-31', targets: [target] })
  await confirmMeasures(office, { documentId })
  const { rows } = await office.city.pool.query('select id from ledger_task')
  taskIds = rows.map(({ id }) => id)
})
after(() => ledger.place.drop())

const confirm = () => makeMetrics(ledger.place.ctx(), { name: 'ledger.measure-confirmed', payload: { taskIds } })

test('every quantified target becomes a metric once, with its day, its unit and its clause', async () => {
  await confirm()
  await confirm()
  const { items } = await metricsView(office, {})
  assert.deepEqual(
    items.map(({ name, unit, direction, unitBody, targets, cite }) => [
      name,
      unit,
      direction,
      unitBody?.name,
      targets.map(({ day, value, outlook }) => `${day} ${value} ${outlook}`),
      cite?.path,
    ]),
    [['网办率', '%', 'up', '市公安局', ['2021-12-31 90 unknown'], ['一']]],
  )
})

test('its unit enters values; a correction stays beside what it corrects; the same entry twice is one', async () => {
  const police = await ledger.as('officer', '市公安局')
  const [metric] = (await metricsView(police, {})).items
  assert.ok(metric)
  const at = (day: string, value: number, ref: string | null = null) => ({
    metricId: metric.id,
    day: plainDate(day),
    value,
    ref,
  })
  const ref = police.newId()
  await enterValues(police, {
    source: 'hand',
    values: [at('2021-04-30', 70), at('2021-05-31', 75), at('2021-06-30', 60)],
  })
  await enterValues(police, { source: 'hand', values: [at('2021-06-30', 80)] })
  assert.deepEqual(await enterValues(police, { source: 'api', values: [at('2021-07-05', 81, ref)] }), {
    entered: 1,
    known: 0,
  })
  assert.deepEqual(await enterValues(police, { source: 'api', values: [at('2021-07-05', 81, ref)] }), {
    entered: 0,
    known: 1,
  })
  const view = await metricView(police, metric.id)
  assert.deepEqual(
    view.series.map(({ value }) => value),
    [70, 75, 80, 81],
  )
  assert.equal(view.entries.length, 5)
  assert.equal(view.targets[0]?.outlook, 'on-course')
  await assert.rejects(enterValues(police, { source: 'hand', values: [at('2021-07-07', 82)] }), InputInvalid)
  const stranger = await ledger.as('officer', '市财政局')
  await assert.rejects(enterValues(stranger, { source: 'hand', values: [at('2021-07-01', 1)] }), InputInvalid)
  assert.equal((await metricsView(stranger, {})).items.length, 0)
})

test('the office registers one by hand, one is computed, and a stale save gets both back', async () => {
  const form = {
    id: office.newId(),
    version: null,
    name: '办结率',
    unit: '%',
    direction: 'up' as const,
    bodyId: null,
    indicatorKey: null,
    baseline: 0,
    baselineOn: null,
    computed: 'tasks-closed' as const,
    targets: [{ day: plainDate('2021-12-31'), op: '>=' as const, value: 100, phrase: '全部办结' }],
  }
  await saveMetric(office, form)
  await assert.rejects(saveMetric(office, { ...form, version: 9 }), StaleVersion)
  await assert.rejects(saveMetric(office, { ...form, id: office.newId(), bodyId: office.newId() }), InputInvalid)
  await assert.rejects(saveMetric(office, { ...form, id: office.newId(), indicatorKey: 'no-such' }), InputInvalid)
  await computeMetrics(ledger.place.ctx())
  await computeMetrics(ledger.place.ctx())
  assert.deepEqual((await metricView(office, form.id)).series, [{ day: '2021-07-06', value: 0 }])
  const { rows: audited } = await office.city.pool.query(
    `select actor_kind from audit_record where action = 'ledger.compute-metrics'`,
  )
  assert.deepEqual(audited, [{ actor_kind: 'system' }])
  await assert.rejects(
    enterValues(office, { source: 'hand', values: [{ metricId: form.id, day: plainDate('2021-07-01'), value: 1 }] }),
    { code: 'ledger.metric-computed' },
  )
  assert.match((await exportMetrics(office, {})).name, /量化指标/)
})

/** The form with the day and value of each metric typed in. */
async function filled(actor: Ctx, fill: (metric: string) => readonly [day: string, value: number | string] | null) {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await metricTemplate(actor)).body as never)
  workbook.worksheets[0]?.eachRow((row, line) => {
    const said = line > 2 ? fill(String(row.getCell(1).value)) : null
    if (said) [row.getCell(6).value, row.getCell(7).value] = said
  })
  return { workbook, file: { name: '填报.xlsx', bytes: Buffer.from(await workbook.xlsx.writeBuffer()) } }
}

test('a form filled in a spreadsheet is entered once, however often and by however many it is sent', async () => {
  const police = await ledger.as('officer', '市公安局')
  const { file } = await filled(police, (name) => (name === '网办率' ? ['2021-07-06', 83] : null))
  const read = await uploadMetricSheet(police, file)
  assert.deepEqual(
    read.rows.map(({ name, day, value, now }) => [name, day, value, now]),
    [['网办率', '2021-07-06', 83, null]],
  )
  const results = await Promise.all([1, 2, 3, 4, 5].map(() => applyMetricSheet(police, read.id)))
  assert.equal(
    results.reduce((sum, { entered }) => sum + entered, 0),
    1,
  )
  const again = await uploadMetricSheet(police, file)
  assert.deepEqual([again.id, again.rows, again.known], [read.id, [], 1])
  const metricId = read.rows[0]?.metricId ?? ''
  await enterValues(police, { source: 'hand', values: [{ metricId, day: plainDate('2021-07-06'), value: 84 }] })
  assert.deepEqual(await applyMetricSheet(police, read.id), { entered: 0, known: 1 })
  assert.equal((await metricView(police, metricId)).newest?.value, 84)
})

test('a form with a changed id, of another unit, or that is none, is refused and enters nothing', async () => {
  const police = await ledger.as('officer', '市公安局')
  const { workbook, file } = await filled(police, () => ['2021-06-15', 50])
  const stranger = await ledger.as('officer', '市财政局')
  const read = await uploadMetricSheet(stranger, file)
  assert.match(read.faults[0]?.message ?? '', /不在您可以填报/)
  await assert.rejects(applyMetricSheet(stranger, read.id), InputInvalid)
  const row = workbook.worksheets[0]?.getRow(3)
  if (row) row.getCell(8).value = police.newId()
  const changed = { name: '改.xlsx', bytes: Buffer.from(await workbook.xlsx.writeBuffer()) }
  const { id, faults } = await uploadMetricSheet(police, changed)
  assert.deepEqual(
    faults.map(({ place }) => place),
    ['第 3 行 H 列'],
  )
  await assert.rejects(applyMetricSheet(police, id), InputInvalid)
  await assert.rejects(uploadMetricSheet(police, { name: 'x.xlsx', bytes: Buffer.from('no') }), {
    code: 'ledger.sheet-unreadable',
  })
  const other = new exceljs.Workbook()
  other.addWorksheet('a').addRow(['任务', '时限'])
  const bytes = Buffer.from(await other.xlsx.writeBuffer())
  await assert.rejects(uploadMetricSheet(police, { name: 'x.xlsx', bytes }), { code: 'ledger.not-a-metric-sheet' })
  const metricId = read.rows[0]?.metricId ?? (await metricsView(police, {})).items[0]?.id ?? ''
  assert.ok(!(await metricView(police, metricId)).series.some(({ day }) => day === '2021-06-15'))
})

test('formulas and fifty thousand rows are told by their place and enter nothing; five at once are one, in the audit', async () => {
  const police = await ledger.as('officer', '市公安局')
  const [metric] = (await metricsView(police, { text: '网办率' })).items
  const before = metric?.values
  const { workbook } = await filled(police, () => ['2021-06-20', '50'])
  const [sheet] = workbook.worksheets
  assert.ok(sheet)
  sheet.getCell('G3').value = { formula: 'D3+1' } as never
  const formula = { name: '公式.xlsx', bytes: Buffer.from(await workbook.xlsx.writeBuffer()) }
  const told = await uploadMetricSheet(police, formula)
  assert.deepEqual(told.faults, [{ place: '第 3 行 G 列', message: '没有填数值' }])
  await assert.rejects(applyMetricSheet(police, told.id), InputInvalid)

  const id = String(sheet.getCell('H3').value)
  for (let at = 0; at < 50_000; at++) sheet.addRow(['网办率', '%', '', '', '', '2021-06-21', 60, id])
  const many = { name: '多行.xlsx', bytes: Buffer.from(await workbook.xlsx.writeBuffer()) }
  const long = await uploadMetricSheet(police, many)
  assert.deepEqual([long.faults.length, long.faults.at(-1)?.place], [201, '表末'])
  for (const { message } of long.faults) assert.match(message, /[一-龥]/)
  await assert.rejects(applyMetricSheet(police, long.id), InputInvalid)
  assert.equal((await metricsView(police, { text: '网办率' })).items[0]?.values, before)

  const metricId = metric?.id ?? ''
  const lines = async () => {
    const { rows } = await office.city.pool.query(`select 1 from audit_record where thing = $1`, [`metric/${metricId}`])
    return rows.length
  }
  const audited = await lines()
  const entry = { metricId, day: plainDate('2021-06-22'), value: 61, ref: police.newId() }
  const five = await Promise.all([1, 2, 3, 4, 5].map(() => enterValues(police, { source: 'api', values: [entry] })))
  assert.equal(
    five.reduce((sum, { entered }) => sum + entered, 0),
    1,
  )
  assert.equal(await lines(), audited + 1)
})

test('the public sees chart and figures on the task, on the clause and on a page of its own once progress is released', async () => {
  const visitor = ledger.place.ctx()
  const [metric] = (await metricsView(office, { text: '网办率' })).items
  assert.ok(metric?.taskId)
  const { id, taskId } = metric
  const shown = async () => {
    const page = await loadTask(visitor, taskId)
    return 'view' in page ? page.view.metrics : []
  }
  await assert.rejects(loadMetric(visitor, id), { code: 'ledger.metric-not-published' })
  await release('tracked')
  assert.deepEqual(await shown(), [])
  await assert.rejects(loadMetric(visitor, id), { code: 'ledger.metric-not-published' })
  assert.equal(await hanging(id), 'nothing')
  await release('progress')
  const [own] = await shown()
  assert.deepEqual(
    [own?.name, own?.series.at(-1)?.value, own?.targets.map(({ text, day }) => `${text} ${day}`)],
    ['网办率', 84, ['≥90% 2021-12-31']],
  )
  const page = await loadMetric(visitor, id)
  assert.ok('view' in page && page.view.metric.series.length > 3)
  assert.equal(await hanging(id), 'progress')
  await release('nothing')
  await assert.rejects(loadMetric(visitor, id), { code: 'ledger.metric-not-published' })
  assert.equal(await hanging(id), 'nothing')
})

async function release(to: 'nothing' | 'tracked' | 'progress'): Promise<void> {
  const id = (await metricsView(office, { text: '网办率' })).items[0]?.cite?.documentId ?? ''
  const { version } = await documentView(office, id)
  await releaseDocument(office, { id, version, release: to })
  await onDocumentReleased(ledger.place.ctx(), { name: 'ledger.document-released', payload: { documentId: id } })
}

/** What the public sees of a metric on its clause. */
async function hanging(id: string): Promise<string | undefined> {
  const { rows } = await office.city.pool.query('select visible from gazette_hanging where thing = $1', [
    `metric/${id}`,
  ])
  return rows[0]?.visible
}
