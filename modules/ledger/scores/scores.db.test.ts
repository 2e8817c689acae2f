import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { createAccount } from '@guangyue/modules/identity'
import type { Role } from '@guangyue/platform/access'
import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { closePeriod, openPeriod, saveScheme } from '../dispatch/periods.ts'
import { dutiesView } from '../dispatch/views.ts'
import { saveReport, signReport } from '../dispatch/write-report.ts'
import { confirmMeasures } from '../service/confirm.ts'
import { type TestLedger, testLedger } from '../test-ledger.ts'
import { recompute } from './compute.ts'
import type { RuleLine } from './model.ts'
import { decideObjection, issueScores, objectTo, onPeriodClosed, saveRules, stateFact } from './service.ts'
import { onObjectionDecided, onObjectionRaised, onScoresIssued, remindOfObjections } from './tell.ts'
import { scoresView, traceOf, tryLine } from './views.ts'

const lines: readonly RuleLine[] = [
  {
    key: '按时报送',
    title: '按时报送',
    kind: 'points',
    text: 'if 应报数 = 0 then 0 else round half up(40 * 按时签报数 / 应报数, 2)',
    basis: '四（一）',
    officePoints: true,
  },
  {
    key: '加分',
    title: '加分',
    kind: 'points',
    text: 'if 省评位居全省前列 and 具有示范引领作用 then 5 else 0',
    basis: '四（四）',
    officePoints: true,
  },
  {
    key: '约谈',
    title: '约谈',
    kind: 'talk',
    text: '全省排名靠后 and 因不作为慢作为 and 造成不良影响',
    basis: '四（四）',
    officePoints: false,
  },
]

let ledger: TestLedger
let office: Ctx
let periodId: string
let police: string

before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision')
  police = await ledger.bodyId('市公安局')
  const documentId = await ledger.draft({ path: '一' }, { path: '二' }, { path: '三', leads: ['市财政局'] })
  await confirmMeasures(office, { documentId })
  const days = { opensDay: 1, dueDay: 25, remindDays: 3, graceDays: 2, stepDays: 2 }
  const scheme = {
    id: office.newId(),
    name: '月调度',
    documentId: null,
    ...days,
    fromMonth: plainDate('2021-07-01'),
    toMonth: null,
  }
  await saveScheme(office, { ...scheme, supportsReport: true, paused: false, version: null })
  periodId = (await openPeriod(office, { schemeId: scheme.id, month: plainDate('2021-07-01') })).id
  const query = { as: 'mine', states: undefined, page: 1, limit: 50 } as const
  const [own] = (await dutiesView(await ledger.as('officer', '市公安局'), query)).items
  assert.ok(own)
  const text = { progress: '已办', percent: null, figures: [], problems: '', helpWanted: '', merges: [] }
  const { version } = await saveReport(await ledger.as('officer', '市公安局'), { ...own, ...text })
  await signReport(await ledger.as('head', '市公安局'), { id: own.id, version })
  await ledger.place.cities.moveTime('test', '2021-07-27T04:00:00.000Z')
  await closePeriod(await ledger.as('supervision'), { id: periodId, version: 1 })
  office = await ledger.as('supervision')
})
after(() => ledger.place.drop())

const event = (name: string, payload: Readonly<Record<string, string>>) => ({ id: office.newId(), name, payload })

/** What an account was told, by its words. */
async function toldTo(accountId: string): Promise<readonly string[]> {
  const { rows } = await office.city.pool.query('select title from inbox_message where account_id = $1', [accountId])
  return rows.map(({ title }) => title).sort()
}

const account = (username: string, role: Role, bodyId: string | null) =>
  createAccount(ledger.place.ctx(), {
    username,
    name: username,
    password: 'correct horse battery',
    bodyId,
    title: null,
    email: null,
    roles: [role],
  })

const freeze = () => onPeriodClosed(ledger.place.ctx(), { name: 'ledger.period-closed', payload: { periodId } })

test('rules are versions; a line that cannot be read and a stale version are refused', async () => {
  await assert.rejects(issueScores(office, periodId), { code: 'ledger.scores-not-ready' })
  const [first] = lines
  assert.ok(first)
  await assert.rejects(saveRules(office, { from: 0, lines: [{ ...first, text: '40 *' }], reason: '试' }), InputInvalid)
  assert.deepEqual(await saveRules(office, { from: 0, lines, reason: '督查室决定' }), { number: 1 })
  await assert.rejects(saveRules(office, { from: 0, lines, reason: '又一版' }), StaleVersion)
})

test('a line is tried on what was frozen, of every unit, and nothing is saved; its fault is told', async () => {
  await freeze()
  const [line] = lines
  assert.ok(line)
  const { rows } = await tryLine(office, { periodId, line: { ...line, text: '应报数 * 10' } })
  assert.equal(rows.find(({ unit }) => unit.id === police)?.points, '20')
  await assert.rejects(tryLine(office, { periodId, line: { ...line, text: '应报数 *' } }), InputInvalid)
  await assert.rejects(tryLine(office, { periodId: office.newId(), line }), { code: 'ledger.scores-unknown' })
  await assert.rejects(tryLine(await ledger.as('head', '市公安局'), { periodId, line }), {
    code: 'access.action-not-allowed',
  })
  assert.equal((await scoresView(office, periodId)).rules?.number, 1)
})

test('inputs are frozen once; stated facts count; scores are issued once and explain themselves', async () => {
  await freeze()
  await freeze()
  await stateFact(office, { periodId, bodyId: police, name: '省评位居全省前列', value: true, source: '某号通报' })
  await stateFact(office, { periodId, bodyId: police, name: '具有示范引领作用', value: true, source: '某号通报' })
  const unit = await ledger.as('head', '市公安局')
  assert.equal((await scoresView(unit, periodId)).units.length, 0)
  assert.equal((await scoresView(office, periodId)).units.length, 2)
  const issued = await Promise.allSettled([issueScores(office, periodId), issueScores(office, periodId)])
  assert.equal(issued.filter(({ status }) => status === 'fulfilled').length, 1)
  const told = await account('gongan', 'officer', police)
  const issue = event('ledger.scores-issued', { periodId })
  await onScoresIssued(ledger.place.ctx(), issue)
  await onScoresIssued(ledger.place.ctx(), issue)
  assert.deepEqual(await toldTo(told), ['7月考评已公布：本单位 25 分'])
  const [own] = (await scoresView(unit, periodId)).units
  assert.equal(own?.total, '25')
  assert.deepEqual(own?.lines.find(({ key }) => key === '按时报送')?.reasons, {
    facts: { 应报数: '2', 按时签报数: '1' },
    basis: '四（一）',
    missing: [],
  })
  await assert.rejects(stateFact(office, { periodId, bodyId: police, name: '省评名次', value: 1, source: '晚了' }), {
    code: 'ledger.scores-issued',
  })
})

test('a line is objected to within 30 days and decided by another; the correction leaves a trace; the scores recompute', async () => {
  const unit = await ledger.as('head', '市公安局')
  const form = { id: unit.newId(), periodId, bodyId: police, key: '按时报送', text: '另一份已按时线下报送' }
  await assert.rejects(objectTo(await ledger.as('head', '市财政局'), form), { code: 'access.action-not-allowed' })
  assert.deepEqual(await objectTo(unit, form), { due: '2021-08-26' })
  assert.deepEqual(await objectTo(unit, form), { due: '2021-08-26' })
  await assert.rejects(objectTo(unit, { ...form, id: unit.newId() }), { code: 'ledger.objection-open' })
  const watch = await account('ducha', 'supervision', null)
  const raised = event('ledger.objection-raised', { objectionId: form.id })
  await onObjectionRaised(ledger.place.ctx(), raised)
  await onObjectionRaised(ledger.place.ctx(), raised)
  for (const day of ['2021-08-20', '2021-08-21', '2021-08-21']) {
    await ledger.place.cities.moveTime('test', `${day}T04:00:00.000Z`)
    await remindOfObjections(ledger.place.ctx())
  }
  assert.deepEqual(await toldTo(watch), ['1 项考评异议待答复', '市公安局对7月考评提出异议：按时报送'])
  const answer = { id: form.id, version: 1, upheld: true, points: '40', answer: '查实，按时' }
  const none = decideObjection(await ledger.as('supervision'), { ...answer, points: null })
  await assert.rejects(none, InputInvalid)
  await assert.rejects(decideObjection(office, answer), { code: 'ledger.author-cannot-decide' })
  const other = await ledger.as('supervision')
  await decideObjection(other, answer)
  await assert.rejects(decideObjection(other, answer), StaleVersion)
  await onObjectionDecided(ledger.place.ctx(), event('ledger.objection-decided', { objectionId: form.id }))
  assert.equal((await scoresView(unit, periodId)).units[0]?.total, '45')
  assert.deepEqual(
    (await traceOf(unit, { periodId, bodyId: police, key: '按时报送' })).rows.map(({ points, corrected }) => [
      points,
      corrected,
    ]),
    [
      ['20', false],
      ['40', true],
    ],
  )
  await saveRules(office, { from: 1, lines: lines.slice(0, 1), reason: '改版不动旧分' })
  assert.deepEqual((await recompute(office.db, periodId)).differences, [])
  await ledger.place.cities.moveTime('test', '2021-09-01T04:00:00.000Z')
  const late = await ledger.as('head', '市公安局')
  await assert.rejects(objectTo(late, { ...form, id: late.newId() }), { code: 'ledger.objection-too-late' })
})
