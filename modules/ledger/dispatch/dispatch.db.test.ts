import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import { problemsView } from '../problems/lists.ts'
import { problemView } from '../problems/service.ts'
import { confirmMeasures } from '../service/confirm.ts'
import { takeStep } from '../service/take-step.ts'
import { taskView } from '../service/task-view.ts'
import { type TestLedger, testLedger } from '../test-ledger.ts'
import { escalate } from './escalate.ts'
import { closePeriod, openDuePeriods, openPeriod, saveScheme } from './periods.ts'
import { dutiesView, periodView, readEvidence, reportView } from './views.ts'
import {
  acceptReports,
  addEvidence,
  answerReport,
  askSignature,
  recallReport,
  saveReport,
  signReport,
} from './write-report.ts'

const blank = { progress: '', percent: null, figures: [], problems: '', helpWanted: '', merges: [] }
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const everything = { as: 'all', states: undefined, page: 1, limit: 200 } as const

let ledger: TestLedger
let office: Ctx
let schemeId: string
let periodId: string

before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision')
  const documentId = await ledger.draft(
    { path: '一', title: '压缩开办时间', leads: ['市公安局'], supports: ['市财政局'], due: '2021-12-31' },
    { path: '二', title: '联合办理', leads: ['市民政局', '市司法局'] },
  )
  await confirmMeasures(office, { documentId })
  schemeId = office.newId()
  await saveScheme(office, scheme())
  periodId = (await openPeriod(office, { schemeId, month: plainDate(office.today) })).id
})
after(() => ledger.place.drop())

function scheme() {
  const days = { opensDay: 1, dueDay: 31, remindDays: 3, graceDays: 2, stepDays: 2 }
  const months = { fromMonth: plainDate('2021-01-01'), toMonth: null }
  return {
    id: schemeId,
    name: '月调度',
    documentId: null,
    ...days,
    ...months,
    supportsReport: true,
    paused: false,
    version: null,
  }
}

async function reportOf(unit: string): Promise<{ id: string; version: number }> {
  const { items } = await dutiesView(office, { ...everything, period: periodId })
  const found = items.find((item) => item.unit.name === unit)
  assert.ok(found, `no report of ${unit}`)
  return found
}

test('a period opens once, and the first lead owes for all, supports and other leads to it', async () => {
  await assert.rejects(openPeriod(office, { schemeId, month: plainDate(office.today) }), {
    code: 'ledger.period-open-already',
  })
  for (const month of ['2020-06-01', '2021-09-01', '2999-12-01']) {
    await assert.rejects(openPeriod(office, { schemeId, month: plainDate(month) }), { code: 'http.input-invalid' })
  }
  await openDuePeriods(ledger.place.ctx())
  const { items, total } = await dutiesView(office, { ...everything, period: periodId })
  assert.equal(total, 4)
  assert.deepEqual(
    items.map(({ unit, role, state }) => `${unit.name} ${role} ${state}`).sort(),
    ['市公安局 lead due', '市司法局 support due', '市民政局 lead due', '市财政局 support due'].sort(),
  )
})

test('a lead narrows what comes up to it to one unit, and sees no other reports by doing so', async () => {
  const lead = await ledger.as('officer', '市公安局')
  const [support, other] = [await ledger.bodyId('市财政局'), await ledger.bodyId('市司法局')]
  const countOf = async (as: 'below' | 'all', unit: string) =>
    (await dutiesView(lead, { ...everything, states: ['due'], as, unit, period: periodId })).total
  assert.deepEqual([await countOf('below', support), await countOf('below', other)], [1, 0])
  assert.deepEqual([await countOf('all', support), await countOf('all', other)], [0, 0])
})

test('a whole round: the support writes and its head signs, the lead merges, its head signs, the office accepts', async () => {
  const [writer, head] = [await ledger.as('officer', '市财政局'), await ledger.as('head', '市财政局')]
  const support = await reportOf('市财政局')
  const draft = await saveReport(writer, { ...support, ...blank, progress: '资金已拨付', problems: '系统接口未开通' })
  await addEvidence(writer, { id: support.id, file: { name: '现场.png', bytes: png } })
  await signReport(head, { id: support.id, version: draft.version })

  const [leadWriter, leadHead] = [await ledger.as('officer', '市公安局'), await ledger.as('head', '市公安局')]
  const lead = await reportOf('市公安局')
  const seen = await reportView(leadWriter, lead.id)
  assert.deepEqual(
    seen.below.map(({ unit, free, files }) => [unit.name, free, files]),
    [['市财政局', true, 1]],
  )
  const [file] = (await reportView(leadWriter, support.id)).files
  assert.ok(file)
  assert.deepEqual((await readEvidence(leadWriter, { id: support.id, fileId: file.id })).body, png)
  const saved = await saveReport(leadWriter, { ...lead, ...blank, progress: '已压缩至1天', merges: [support.id] })
  const signed = await signReport(leadHead, { id: lead.id, version: saved.version })
  assert.equal((await reportView(office, support.id)).state, 'merged')
  await answerReport(office, { id: lead.id, version: signed.version, answer: 'accept', words: '' })
  const done = await reportView(office, lead.id)
  assert.equal(done.state, 'accepted')
  assert.deepEqual(
    done.history.map(({ label }) => label),
    ['保存草稿', '签发', '采纳'],
  )
  const { rows } = await office.city.pool.query('select text, source from ledger_problem')
  assert.deepEqual(rows, [{ text: '系统接口未开通', source: 'report' }])
})

test('a signature is asked for once something is written, and what one wrote oneself does not wait for one', async () => {
  const head = await ledger.as('head', '市司法局')
  const report = await reportOf('市司法局')
  const lead = await reportOf('市民政局')
  assert.equal((await reportView(head, report.id)).above, lead.id)
  assert.equal((await reportView(office, lead.id)).above, null)
  await assert.rejects(askSignature(head, report), { code: 'ledger.report-not-possible' })
  const empty = { id: report.id, ...(await saveReport(head, { ...report, ...blank })) }
  await assert.rejects(askSignature(head, empty), { code: 'http.input-invalid' })
  const written = { id: report.id, ...(await saveReport(head, { ...empty, ...blank, progress: '已联合办理' })) }
  assert.deepEqual(await askSignature(head, written), { told: 0 })
  assert.deepEqual(await askSignature(head, written), { told: 0 })
  const asks = (await reportView(head, report.id)).history.filter(({ step }) => step === 'ask')
  assert.equal(asks.length, 1, 'pressed twice it is asked once')
  await assert.rejects(askSignature(head, empty), { code: 'db.stale-version' })
  await assert.rejects(askSignature(await ledger.as('officer', '市民政局'), written), { code: 'ledger.not-the-unit' })
  const toSign = async (ctx: Ctx) => (await dutiesView(ctx, { ...everything, as: 'sign' })).items.map(({ id }) => id)
  assert.deepEqual(await toSign(head), [])
  assert.deepEqual(await toSign(await ledger.as('officer', '市司法局')), [])
  const other = await ledger.as('head', '市司法局')
  assert.deepEqual(await toSign(other), [report.id])
})

test('a report that was returned and signed again says of its problem what it says now', async () => {
  const [writer, head] = [await ledger.as('officer', '市司法局'), await ledger.as('head', '市司法局')]
  const leadHead = await ledger.as('head', '市民政局')
  const first = await reportOf('市司法局')
  const draft = await saveReport(writer, { ...first, ...blank, progress: '已对接', problems: '缺少人手' })
  const signed = await signReport(head, { id: first.id, ...draft })
  const problem = async () => {
    const { items } = await problemsView(office, { state: 'all' })
    return items.filter(({ source, unit }) => source === 'report' && unit.name === '市司法局')
  }
  assert.deepEqual(
    (await problem()).map(({ text }) => text),
    ['缺少人手'],
  )
  const returned = await answerReport(leadHead, { id: first.id, ...signed, answer: 'return', words: '写清缺多少人' })
  const again = await saveReport(writer, {
    id: first.id,
    ...returned,
    ...blank,
    progress: '已对接',
    problems: '缺两名窗口人员',
  })
  const newest = await signReport(head, { id: first.id, ...again })
  const [mended, ...others] = await problem()
  assert.deepEqual([mended?.text, others], ['缺两名窗口人员', []])
  const { history } = await problemView(office, mended?.id ?? '')
  assert.deepEqual(
    history.map(({ label, words }) => [label, words]),
    [
      ['提出', '缺少人手'],
      ['报告改写', '原为：缺少人手'],
    ],
  )
  await answerReport(leadHead, { id: first.id, ...newest, answer: 'return', words: '再核一次' })
})

test('hostile use is refused with its reason, and what is sent five times is applied once', async () => {
  const stranger = await ledger.as('officer', '市教育体育局')
  const writer = await ledger.as('officer', '市民政局')
  const head = await ledger.as('head', '市民政局')
  const report = await reportOf('市民政局')
  const text = { ...blank, progress: '正在联合办理' }
  await assert.rejects(saveReport(stranger, { ...report, ...text }), { code: 'ledger.report-unknown' })
  await assert.rejects(addEvidence(writer, { id: report.id, file: { name: 'a.png', bytes: Buffer.from('MZ\0x') } }), {
    code: 'files.kind-refused',
  })
  const five = await Promise.allSettled(Array.from({ length: 5 }, () => saveReport(writer, { ...report, ...text })))
  assert.equal(five.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.ok(five.every((one) => one.status === 'fulfilled' || one.reason instanceof StaleVersion))
  const drafted = { id: report.id, version: report.version + 1 }
  await assert.rejects(signReport(writer, drafted), { code: 'ledger.not-the-unit' })
  await assert.rejects(signReport(await ledger.as('head', '市司法局'), drafted), { code: 'ledger.not-the-unit' })
  const own = await saveReport(head, { ...drafted, ...text })
  await assert.rejects(signReport(head, { ...drafted, ...own }), { code: 'ledger.own-signature' })
  const signed = await signReport(await ledger.as('head', '市民政局'), { ...drafted, ...own })
  await assert.rejects(saveReport(writer, { ...drafted, ...signed, ...text }), { code: 'ledger.report-not-possible' })
  const recalled = await recallReport(head, { ...drafted, ...signed })
  const again = await signReport(await ledger.as('head', '市民政局'), { ...drafted, ...recalled })
  await assert.rejects(answerReport(office, { ...drafted, ...again, answer: 'return', words: '' }), {
    code: 'http.input-invalid',
  })
  const returned = await answerReport(office, { ...drafted, ...again, answer: 'return', words: '缺少数据' })
  assert.deepEqual(await acceptReports(office, [{ ...drafted, ...returned }]), { accepted: 0, left: 1 })
})

test('a report on a task that is suspended is waived, and owed again when it goes on; both stand in its history', async () => {
  const { id } = await reportOf('市司法局')
  const { taskId } = await reportView(office, id)
  for (const step of ['suspend', 'resume'] as const) {
    const { version } = await taskView(office, taskId)
    await takeStep(office, { id: taskId, version, step, words: '试' })
    for (const _ of [1, 2]) await escalate(ledger.place.ctx())
  }
  const { history } = await reportView(office, id)
  assert.deepEqual(
    history.map(({ label }) => label).filter((label) => label.startsWith('任务')),
    ['任务不再在办，免报', '任务恢复办理，须报送'],
  )
})

test('what is missing goes up by working days, each level once, and nothing is written after closing', async () => {
  const moveTo = (day: string) => ledger.place.cities.moveTime('test', `${day}T04:00:00.000Z`)
  await assert.rejects(closePeriod(office, { id: periodId, version: 1 }), { code: 'http.input-invalid' })
  assert.equal((await periodView(office, periodId)).due, '2021-07-31')
  for (const day of ['2021-08-05', '2021-08-05', '2021-09-01']) {
    await moveTo(day)
    await escalate(ledger.place.ctx())
  }
  const { escalations } = await periodView(office, periodId)
  assert.deepEqual(
    escalations.filter(({ unit }) => unit.name === '市司法局').map(({ onDay, level }) => [onDay, level]),
    [
      ['2021-08-05', 1],
      ['2021-09-01', 4],
    ],
  )

  const closer = await ledger.as('supervision')
  await closePeriod(closer, { id: periodId, version: 1 })
  const writer = await ledger.as('officer', '市司法局')
  await assert.rejects(saveReport(writer, { ...(await reportOf('市司法局')), ...blank, progress: '晚了' }), {
    code: 'ledger.period-closed',
  })
  await assert.rejects(closePeriod(closer, { id: periodId, version: 2 }), { code: 'ledger.period-closed' })
})
