import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import exceljs from 'exceljs'
import { confirmMeasures } from '../service/confirm.ts'
import { type TestLedger, testLedger } from '../test-ledger.ts'
import { exportList } from './export.ts'
import { problemsView, remediesView, responsibilitiesView } from './lists.ts'
import { addProblem, finishRemedy, problemView, setRemedy, takeProblemStep } from './service.ts'

let ledger: TestLedger
let office: Ctx
let documentId: string
let taskId: string
let finance: string

before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision')
  documentId = await ledger.draft(
    { path: '一', title: '压缩开办时间', leads: ['市公安局'], supports: ['市财政局'], due: '2021-06-01' },
    { path: '二', title: '联合办理', leads: ['市民政局'] },
  )
  await confirmMeasures(office, { documentId })
  const { rows } = await office.city.pool.query(`select id from ledger_task where title = '压缩开办时间'`)
  taskId = rows[0].id
  finance = await ledger.bodyId('市财政局')
})
after(() => ledger.place.drop())

const all = { state: 'all' } as const

function byHand(ctx: Ctx, part: Partial<Parameters<typeof addProblem>[1]> = {}) {
  return {
    id: ctx.newId(),
    taskId,
    bodyId: finance,
    text: '接口尚未开通',
    helpWanted: null,
    due: '2021-06-10',
    ...part,
  }
}

test('a problem by hand goes from remedy to solution: the lead adds, the unit mends, the lead confirms', async () => {
  const lead = await ledger.as('officer', '市公安局')
  const unit = await ledger.as('officer', '市财政局')
  const { id } = await addProblem(lead, byHand(lead))
  const first = await problemView(unit, id)
  assert.deepEqual([first.state, first.may, first.maySetRemedy], ['open', ['take', 'report-solved'], true])
  assert.equal(first.cite?.label, '试政发〔2021〕1号 一')
  const remedyId = unit.newId()
  await setRemedy(unit, { id, version: 1, remedyId, bodyId: finance, text: '接通专线', due: '2021-06-05' })
  await finishRemedy(unit, { id, version: 2, remedyId, words: '已接通' })
  await assert.rejects(takeProblemStep(unit, { id, version: 3, step: 'report-solved', words: '' }), {
    code: 'http.input-invalid',
  })
  await takeProblemStep(unit, { id, version: 3, step: 'report-solved', words: '专线已通，测试正常' })
  await assert.rejects(takeProblemStep(unit, { id, version: 4, step: 'solve', words: '' }), {
    code: 'ledger.owner-cannot-confirm',
  })
  await takeProblemStep(lead, { id, version: 4, step: 'send-back', words: '还有一个乡镇不通' })
  await takeProblemStep(unit, { id, version: 5, step: 'report-solved', words: '全部接通' })
  await takeProblemStep(lead, { id, version: 6, step: 'solve', words: '' })
  const done = await problemView(office, id)
  assert.equal(done.solvedOn, office.today)
  assert.deepEqual(
    done.history.map(({ label }) => label),
    ['提出', '定整改措施', '整改措施完成', '报告已解决', '未解决，退回', '报告已解决', '确认解决'],
  )
})

test('the lists: responsibilities by unit, problems and remedies by state, each as a spreadsheet', async () => {
  const { id } = await addProblem(office, byHand(office, { text: '=1+1 经费不足' }))
  const remedyId = office.newId()
  await setRemedy(office, { id, version: 1, remedyId, bodyId: finance, text: '追加预算', due: '2021-06-02' })
  await ledger.place.cities.moveTime('test', '2021-07-20T04:00:00.000Z')
  const later = await ledger.as('supervision')
  const { items } = await responsibilitiesView(later, {})
  const figures = Object.fromEntries(
    items.map(({ unit, leading, supporting, problems, remediesLate }) => [
      unit.name,
      [leading.all, leading.red, supporting, problems, remediesLate],
    ]),
  )
  assert.deepEqual(figures, { 市公安局: [1, 1, 0, 0, 0], 市民政局: [1, 0, 0, 0, 0], 市财政局: [0, 0, 1, 1, 1] })
  assert.equal((await responsibilitiesView(later, { document: later.newId() })).items.length, 0)
  const late = (await problemsView(later, { state: 'late', unit: finance })).items
  assert.deepEqual(
    late.map((one) => [one.text, one.late]),
    [['=1+1 经费不足', true]],
  )
  assert.deepEqual(
    (await remediesView(later, { state: 'late' })).items.map(({ text, late }) => [text, late]),
    [['追加预算', true]],
  )
  assert.equal((await remediesView(later, { state: 'done' })).items.length, 1)
  for (const state of ['open', 'in-hand', 'reported', 'solved', 'dropped'] as const) {
    const { items } = await remediesView(later, { state })
    assert.ok(
      items.every(({ problemState }) => problemState === state),
      state,
    )
  }
  for (const list of ['responsibilities', 'problems', 'remedies'] as const) {
    const { body, name } = await exportList(later, { list, ...all })
    const book = new exceljs.Workbook()
    await book.xlsx.load(body as never)
    assert.match(name, /\.xlsx$/)
    const [sheet] = book.worksheets
    assert.ok(sheet && sheet.rowCount > 2)
    sheet.eachRow((row) => row.eachCell((cell) => assert.notEqual(cell.type, exceljs.ValueType.Formula)))
  }
})

test('hostile use is refused with its reason, and what is sent five times is applied once', async () => {
  const stranger = await ledger.as('officer', '市教育体育局')
  const unit = await ledger.as('officer', '市财政局')
  await assert.rejects(addProblem(stranger, byHand(stranger)), { code: 'http.input-invalid' })
  await assert.rejects(addProblem(stranger, byHand(stranger, { taskId: null })), { code: 'access.action-not-allowed' })
  await assert.rejects(addProblem(unit, byHand(unit, { bodyId: unit.newId() })), { code: 'http.input-invalid' })
  const five = byHand(office, { text: '只登记一次' })
  await Promise.all(Array.from({ length: 5 }, () => addProblem(office, five)))
  const found = (await problemsView(office, all)).items.filter(({ text }) => text === '只登记一次')
  assert.deepEqual(
    found.map(({ id }) => id),
    [five.id],
  )
  const { rows } = await office.city.pool.query('select 1 from audit_record where thing = $1', [`problem/${five.id}`])
  assert.equal(rows.length, 1)

  await assert.rejects(problemView(stranger, five.id), { code: 'ledger.problem-unknown' })
  await assert.rejects(takeProblemStep(stranger, { id: five.id, version: 1, step: 'take', words: '' }), {
    code: 'ledger.problem-unknown',
  })
  const remedy = { id: five.id, version: 1, remedyId: unit.newId(), bodyId: finance, text: '补', due: null }
  await assert.rejects(setRemedy(unit, { ...remedy, bodyId: unit.newId() }), { code: 'http.input-invalid' })
  const lead = await ledger.as('officer', '市公安局')
  await assert.rejects(setRemedy(lead, remedy), { code: 'ledger.not-the-problems-unit' })
  const times = await Promise.allSettled(Array.from({ length: 5 }, () => setRemedy(unit, remedy)))
  assert.equal(times.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.ok(times.every((one) => one.status === 'fulfilled' || one.reason instanceof StaleVersion))
  await assert.rejects(finishRemedy(unit, { id: five.id, version: 2, remedyId: unit.newId(), words: '好' }), {
    code: 'ledger.remedy-unknown',
  })
  await assert.rejects(takeProblemStep(unit, { id: five.id, version: 2, step: 'drop', words: '不算问题' }), {
    code: 'ledger.owner-cannot-confirm',
  })
  await takeProblemStep(office, { id: five.id, version: 2, step: 'drop', words: '与另一条重复' })
  await assert.rejects(takeProblemStep(unit, { id: five.id, version: 3, step: 'report-solved', words: '好' }), {
    code: 'ledger.problem-step-not-possible',
  })
  const reader = await ledger.as('leader')
  assert.equal((await problemView(reader, five.id)).may.length, 0)
  await assert.rejects(addProblem(reader, byHand(reader)), { code: 'access.action-not-allowed' })
})
