import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays } from '@guangyue/kernel/calendar'
import { createAccount, peopleOfRole } from '@guangyue/modules/identity'
import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import exceljs from 'exceljs'
import { saveCharge } from '../charges/service.ts'
import { problemsView } from '../problems/lists.ts'
import { takeProblemStep } from '../problems/service.ts'
import { confirmMeasures } from '../service/confirm.ts'
import { type TestLedger, testLedger } from '../test-ledger.ts'
import { escalateFindings } from './escalate.ts'
import { exportFindings } from './export.ts'
import { addMendingEvidence, removeMendingEvidence, saveMending, takeFindingStep } from './mend.ts'
import { addInspectionFile, saveInspection } from './plan.ts'
import { addFinding, addPhotograph, type FindingForm } from './record-finding.ts'
import { onFindingStepped } from './tell.ts'
import { findingsView, findingView, inspectionsView, inspectionView, readFindingFile } from './views.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const picture = { name: '现场.png', bytes: png }
const program = { name: '现场.png', bytes: Buffer.from('MZ\0x') }

let ledger: TestLedger
let office: Ctx
let documentId: string
let taskId: string
let finance: string
let civil: string
let inspectionId: string

before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision')
  documentId = await ledger.draft({ path: '一', title: '压缩开办时间', leads: ['市财政局'], due: '2021-12-31' })
  await confirmMeasures(office, { documentId })
  taskId = (await office.city.pool.query(`select id from ledger_task where title = '压缩开办时间'`)).rows[0].id
  finance = await ledger.bodyId('市财政局')
  civil = await ledger.bodyId('市民政局')
  inspectionId = office.newId()
  await saveInspection(office, plan())
})
after(() => ledger.place.drop())

type Plan = Parameters<typeof saveInspection>[1]

function plan(part: Partial<Plan> = {}): Plan {
  return {
    id: inspectionId,
    kind: 'visit',
    title: '第一次明察暗访',
    plan: '看窗口、问群众、查台账',
    fromDay: office.today,
    toDay: addDays(office.today, 2),
    places: ['政务服务大厅'],
    verifierBodyId: civil,
    graceDays: 3,
    repeatReason: null,
    members: [{ name: '某甲', accountId: null }],
    bodyIds: [finance],
    documentIds: [documentId],
    taskIds: [taskId],
    version: null,
    ...part,
  }
}

function found(ctx: Ctx, part: Partial<FindingForm> = {}): FindingForm {
  const term = { days: 5 }
  return { id: ctx.newId(), inspectionId, text: '窗口没有开', taskId, basis: null, bodyId: finance, term, ...part }
}

const none = { words: '', term: null } as const

test('a plan comes before, and the same body for the same document within a month needs a reason', async () => {
  await assert.rejects(saveInspection(office, plan({ id: office.newId(), fromDay: addDays(office.today, -1) })), {
    code: 'http.input-invalid',
  })
  const again = plan({
    id: office.newId(),
    title: '第二次',
    fromDay: addDays(office.today, 10),
    toDay: addDays(office.today, 11),
  })
  await assert.rejects(
    saveInspection(office, again),
    (error) =>
      error instanceof InputInvalid &&
      JSON.stringify(error).includes('repeatReason') &&
      JSON.stringify(error).includes('市财政局'),
  )
  await saveInspection(office, { ...again, repeatReason: '群众反映仍未整改' })
  const many = { fromDay: addDays(office.today, 120), toDay: addDays(office.today, 120) }
  const planned = await Promise.allSettled(
    Array.from({ length: 5 }, (_, at) => saveInspection(office, plan({ id: office.newId(), title: `${at}`, ...many }))),
  )
  assert.equal(planned.filter(({ status }) => status === 'fulfilled').length, 1)
  const later = { fromDay: addDays(office.today, 60), toDay: addDays(office.today, 60) }
  await saveInspection(office, plan({ id: office.newId(), title: '下一轮', ...later }))
  const five = plan({ id: office.newId(), title: '只登记一次', documentIds: [], taskIds: [] })
  await Promise.allSettled(Array.from({ length: 5 }, () => saveInspection(office, five)))
  const { items } = await inspectionsView(office, {})
  assert.equal(items.filter(({ title }) => title === '只登记一次').length, 1)
  await assert.rejects(saveInspection(office, { ...five, title: '改', version: 7 }), StaleVersion)
  await assert.rejects(saveInspection(await ledger.as('officer', '市民政局'), plan({ id: office.newId() })), {
    code: 'access.action-not-allowed',
  })
})

test('one finding from discovery to closure: owner, head, another unit, the office; the problem follows', async () => {
  const form = found(office)
  const { due } = await addFinding(office, form)
  await addPhotograph(office, { id: form.id, file: picture })
  assert.ok(due > addDays(office.today, 4), 'five working days are at least five days')
  const writer = await ledger.as('officer', '市财政局')
  const head = await ledger.as('head', '市财政局')
  const verifier = await ledger.as('officer', '市民政局')
  const seen = await findingView(writer, form.id)
  assert.deepEqual(seen.may, ['mend'])
  const [photograph] = seen.photographs
  assert.deepEqual((await readFindingFile(writer, { id: form.id, fileId: photograph?.id ?? '' })).body, png)

  await saveMending(writer, { id: form.id, version: 1, words: '已开四个窗口' })
  await assert.rejects(takeFindingStep(head, { id: form.id, version: 2, step: 'sign', ...none }), {
    code: 'http.input-invalid',
  })
  await addMendingEvidence(writer, { id: form.id, file: picture })
  await takeFindingStep(head, { id: form.id, version: 2, step: 'sign', ...none })
  const [problem] = (await problemsView(office, { unit: finance, state: 'all' })).items
  assert.deepEqual([problem?.state, problem?.source, problem?.sourceId], ['reported', 'finding', form.id])
  await assert.rejects(
    takeProblemStep(office, { id: problem?.id ?? '', version: problem?.version ?? 0, step: 'solve', words: '' }),
    { code: 'ledger.follows-its-finding' },
  )
  const back = { step: 'send-back', words: '还有一个窗口没有开', term: { days: 2 } } as const
  await takeFindingStep(verifier, { id: form.id, version: 3, ...back })
  assert.equal((await findingView(head, form.id)).termDays, 2)
  await takeFindingStep(head, { id: form.id, version: 4, step: 'sign', ...none })
  await takeFindingStep(verifier, { id: form.id, version: 5, step: 'verify', words: '现场复核，全部开通', term: null })
  await assert.rejects(takeFindingStep(verifier, { id: form.id, version: 6, step: 'close', ...none }), {
    code: 'access.action-not-allowed',
  })
  await takeFindingStep(office, { id: form.id, version: 6, step: 'close', ...none })
  const done = await findingView(office, form.id)
  assert.deepEqual(
    [done.state, done.may, done.history.map(({ label }) => label)],
    ['closed', [], ['登记发现', '填写整改情况', '签报整改', '退回整改', '签报整改', '核验通过', '销号']],
  )
  assert.equal((await problemsView(office, { unit: finance, state: 'solved' })).items[0]?.solvedOn, office.today)
})

test('hostile use is refused with its reason, and what is sent five times is applied once', async () => {
  const writer = await ledger.as('officer', '市财政局')
  const head = await ledger.as('head', '市财政局')
  const stranger = await ledger.as('officer', '市教育体育局')
  const five = found(office, { text: '只登记一次' })
  await Promise.all(Array.from({ length: 5 }, () => addFinding(office, five)))
  const same = (await findingsView(office, { state: 'all' })).items.filter(({ text }) => text === '只登记一次')
  assert.deepEqual(
    same.map(({ id }) => id),
    [five.id],
  )
  const raised = (await problemsView(office, { state: 'all' })).items.filter(({ text }) => text === '只登记一次')
  assert.equal(raised.length, 1)

  // who may enter, and what
  await assert.rejects(addFinding(stranger, found(stranger)), { code: 'ledger.inspection-unknown' })
  await assert.rejects(addFinding(await ledger.as('officer', '市民政局'), found(office)), {
    code: 'ledger.not-of-the-team',
  })
  await assert.rejects(addFinding(office, found(office, { taskId: null })), { code: 'http.input-invalid' })
  await assert.rejects(addFinding(office, found(office, { term: { due: '2020-01-01' } })), {
    code: 'http.input-invalid',
  })
  const planned = (await inspectionsView(office, {})).items.find(({ title }) => title === '下一轮')
  await assert.rejects(addFinding(office, found(office, { inspectionId: planned?.id ?? '' })), {
    code: 'ledger.inspection-not-begun',
  })
  await assert.rejects(addPhotograph(office, { id: five.id, file: program }), { code: 'files.kind-refused' })
  await assert.rejects(
    addPhotograph(office, { id: five.id, file: { name: 'a.png', bytes: Buffer.from('%PDF-1.7') } }),
    {
      code: 'files.kind-refused',
    },
  )
  await assert.rejects(addInspectionFile(office, { id: inspectionId, file: program }), { code: 'files.kind-refused' })

  // another unit's finding
  await assert.rejects(findingView(stranger, five.id), { code: 'ledger.finding-unknown' })
  await assert.rejects(saveMending(stranger, { id: five.id, version: 1, words: '好' }), {
    code: 'ledger.finding-unknown',
  })
  const verifier = await ledger.as('head', '市民政局')
  await assert.rejects(saveMending(verifier, { id: five.id, version: 1, words: '好' }), {
    code: 'ledger.not-the-findings-unit',
  })

  // five times at once, own signature, own verification
  const mending = { id: five.id, version: 1, words: '已整改' }
  const times = await Promise.allSettled(Array.from({ length: 5 }, () => saveMending(writer, mending)))
  assert.equal(times.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.ok(times.every((one) => one.status === 'fulfilled' || one.reason instanceof StaleVersion))
  const drafted = { id: five.id, version: 2, step: 'sign', ...none } as const
  await assert.rejects(addMendingEvidence(writer, { id: five.id, file: program }), { code: 'files.kind-refused' })
  const evidence = await addMendingEvidence(writer, { id: five.id, file: picture })
  await assert.rejects(takeFindingStep(writer, drafted), { code: 'ledger.not-the-findings-unit' })
  await assert.rejects(takeFindingStep(verifier, drafted), { code: 'ledger.not-the-findings-unit' })
  await saveMending(head, { ...mending, version: 2 })
  await assert.rejects(takeFindingStep(head, { ...drafted, version: 3 }), { code: 'ledger.own-mending' })
  await takeFindingStep(await ledger.as('head', '市财政局'), { ...drafted, version: 3 })
  const verify = { id: five.id, version: 4, step: 'verify', words: '已看', term: null } as const
  await assert.rejects(takeFindingStep(head, verify), { code: 'ledger.owner-cannot-verify' })
  await assert.rejects(takeFindingStep(office, { ...verify, words: '' }), { code: 'http.input-invalid' })
  await assert.rejects(takeFindingStep(office, { ...verify, step: 'close' }), {
    code: 'ledger.finding-step-not-possible',
  })
  await assert.rejects(removeMendingEvidence(writer, { id: five.id, fileId: evidence.id }), {
    code: 'ledger.finding-step-not-possible',
  })
  const leader = await ledger.as('leader')
  assert.deepEqual((await findingView(leader, five.id)).may, [])
  await assert.rejects(takeFindingStep(leader, verify), { code: 'access.action-not-allowed' })
})

test('who is inspected sees its own findings and not the plan; the named unit never verifies its own', async () => {
  const owner = await ledger.as('officer', '市民政局')
  const own = found(office, { text: '核验单位自己的问题', bodyId: civil })
  await addFinding(office, own)
  await saveMending(owner, { id: own.id, version: 1, words: '已改' })
  await addMendingEvidence(owner, { id: own.id, file: picture })
  await takeFindingStep(await ledger.as('head', '市民政局'), { id: own.id, version: 2, step: 'sign', ...none })
  const verify = { id: own.id, version: 3, step: 'verify', words: '已看', term: null } as const
  await assert.rejects(takeFindingStep(await ledger.as('head', '市民政局'), verify), {
    code: 'ledger.owner-cannot-verify',
  })
  const inspected = await ledger.as('officer', '市财政局')
  const view = await inspectionView(inspected, inspectionId)
  assert.equal(view.plan, '')
  assert.ok(view.items.length > 0 && view.items.every(({ unit }) => unit.id === finance))
  const planned = (await inspectionsView(office, {})).items.find(({ title }) => title === '下一轮')
  await assert.rejects(inspectionView(inspected, planned?.id ?? ''), { code: 'ledger.inspection-unknown' })
  assert.ok((await inspectionsView(inspected, {})).items.every(({ title }) => title === '第一次明察暗访'))
})

test('whoever acts next is told: the owner, then the verifying unit', async () => {
  const writerId = await createAccount(ledger.place.ctx(), account('caizheng', finance))
  const verifierId = await createAccount(ledger.place.ctx(), account('minzheng', civil))
  const form = found(office, { text: '告知一次' })
  await addFinding(office, form)
  for (const step of ['find', 'find', 'sign']) {
    const event = { id: form.id, name: 'ledger.finding-stepped', payload: { findingId: form.id, step } }
    await onFindingStepped(ledger.place.ctx(), event)
  }
  const { rows } = await office.city.pool.query('select account_id, template from inbox_message where href like $1', [
    `%${form.id}`,
  ])
  assert.deepEqual(rows, [
    { account_id: writerId, template: 'finding-assigned' },
    { account_id: verifierId, template: 'finding-mended' },
  ])
})

function account(username: string, bodyId: string | null) {
  const role = bodyId === null ? ('leader' as const) : ('officer' as const)
  const form = { username, name: username, password: 'correct horse battery', bodyId, title: null, email: null }
  return { ...form, roles: [role] }
}

test('overdue findings are told to the owner and go up by working days, each level once; the list goes out', async () => {
  await createAccount(ledger.place.ctx(), account('lingdao', null))
  const [leader] = await peopleOfRole(office.db, 'leader')
  await saveCharge(office, { post: '副市长甲', bodyIds: [finance], accountIds: [leader?.id ?? ''], seen: null })
  const form = found(office, { text: '没有按期整改', term: { due: '2021-07-30' } })
  await addFinding(office, form)
  for (const day of ['2021-07-20', '2021-07-28', '2021-08-02', '2021-08-02', '2021-08-10']) {
    await ledger.place.cities.moveTime('test', `${day}T04:00:00.000Z`)
    await escalateFindings(ledger.place.ctx())
  }
  const view = await findingView(await ledger.as('supervision'), form.id)
  assert.deepEqual(
    view.escalations.map(({ onDay, label, post }) => [onDay, label, post]),
    [
      ['2021-07-28', '到期前提醒', null],
      ['2021-08-02', '催报经办人', null],
      ['2021-08-10', '报分管领导', '副市长甲'],
    ],
  )
  const { rows } = await office.city.pool.query('select title from inbox_message where account_id = $1', [leader?.id])
  assert.equal(rows.length, 1)
  const later = await ledger.as('supervision')
  const late = (await findingsView(later, { state: 'late' })).items
  assert.ok(late.some(({ id }) => id === form.id))
  const { body } = await exportFindings(later, { inspection: inspectionId, state: 'all' })
  const book = new exceljs.Workbook()
  await book.xlsx.load(body as never)
  assert.equal(book.worksheets[0]?.rowCount, 2 + view.number)
})
