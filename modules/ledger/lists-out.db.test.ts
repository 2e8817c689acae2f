import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import exceljs from 'exceljs'
import { exportPeriod } from './dispatch/export.ts'
import { openPeriod, saveScheme } from './dispatch/periods.ts'
import { dutiesView } from './dispatch/views.ts'
import { saveReport, signReport } from './dispatch/write-report.ts'
import { exportInspections } from './inspections/export.ts'
import { exportNotices } from './notices/export.ts'
import { exportIndicators } from './overview/export.ts'
import { exportObjections } from './scores/export.ts'
import { confirmMeasures } from './service/confirm.ts'
import { type TestLedger, testLedger } from './test-ledger.ts'

let ledger: TestLedger
let office: Ctx
let periodId: string

before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision')
  await ledger.draft(
    { path: '一', title: '压缩时间', leads: ['市公安局'], due: '2021-09-30' },
    { path: '二', title: '联合办理', leads: ['市民政局'], due: '2021-09-30' },
  )
  await confirmMeasures(office, {})
  const schemeId = office.newId()
  const days = { opensDay: 1, dueDay: 10, remindDays: 3, graceDays: 2, stepDays: 2 }
  const scheme = { id: schemeId, name: '月调度', documentId: null, ...days, supportsReport: true, paused: false }
  await saveScheme(office, { ...scheme, fromMonth: plainDate('2021-01-01'), toMonth: null, version: null })
  periodId = (await openPeriod(office, { schemeId, month: plainDate('2021-07-01') })).id
  const officer = await ledger.as('officer', '市公安局')
  const { items } = await dutiesView(officer, { as: 'mine', states: undefined, page: 1, limit: 50, period: periodId })
  const [report] = items
  assert.ok(report)
  const text = { progress: '=1+1 已压缩', percent: 60, figures: [], problems: '', helpWanted: '', merges: [] }
  const saved = await saveReport(officer, { ...report, ...text })
  await signReport(await ledger.as('head', '市公安局'), { id: report.id, version: saved.version })
})
after(() => ledger.place.drop())

async function rowsOf({ body }: Download): Promise<readonly string[][]> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(body as never)
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
  return rows.slice(2)
}

test('a period: every report with what it says for the office, a unit its own; no text is a formula', async () => {
  const all = await rowsOf(await exportPeriod(office, { id: periodId }))
  assert.deepEqual(all.map(([unit, title, , role, state]) => [unit, title, role, state]).toSorted(), [
    ['市公安局', '压缩时间', '牵头', '已签报'],
    ['市民政局', '联合办理', '牵头', '待报'],
  ])
  assert.ok(all.flat().includes("'=1+1 已压缩"))
  const own = await rowsOf(await exportPeriod(await ledger.as('officer', '市民政局'), { id: periodId }))
  assert.deepEqual(
    own.map(([unit]) => unit),
    ['市民政局'],
  )
  const one = { id: periodId, unit: await ledger.bodyId('市公安局') }
  assert.equal((await rowsOf(await exportPeriod(office, one))).length, 1)
  assert.equal((await rowsOf(await exportPeriod(await ledger.as('officer', '市民政局'), one))).length, 0)
})

test('what has nothing yet is a sheet with its heads alone', async () => {
  for (const out of [
    await exportNotices(office, {}),
    await exportInspections(office, {}),
    await exportObjections(office, periodId),
    await exportIndicators(office),
  ]) {
    assert.deepEqual(await rowsOf(out), [])
    assert.match(out.name, /\.xlsx$/)
  }
})

test('indicators are taken out by those who oversee the whole alone', async () => {
  const unit = await ledger.as('head', '市公安局')
  await assert.rejects(exportIndicators(unit), { code: 'access.action-not-allowed' })
})
