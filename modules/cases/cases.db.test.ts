import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { type Ctx, newId, StaleVersion } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { type ActInput, actOnCase } from './act.ts'
import { caseView, revealCase } from './case-view.ts'
import { saveDraft } from './drafts.ts'
import {
  ActNotTheirs,
  ActRefused,
  CaseUnknown,
  DraftUnknown,
  FormFaulty,
  FormTooLarge,
  SubmissionTaken,
} from './errors.ts'
import { casesView, myCases } from './lists.ts'
import { submitCase } from './submit.ts'
import { approvals, firm, foodAnswers, labour, market, type TestCases, testCases } from './test-cases.ts'

describe('cases', () => {
  let town: TestCases
  let citizen: Ctx
  let other: Ctx
  let officer: Ctx
  let head: Ctx
  let inspector: Ctx

  before(async () => {
    town = await testCases()
    citizen = await town.as('citizen')
    other = await town.as('citizen')
    officer = await town.as('officer', approvals)
    head = await town.as('head', approvals)
    inspector = await town.as('officer', market)
  })
  after(() => town.place.drop())

  const act = async (ctx: Ctx, id: string, one: ActInput['act']) => {
    const { rows } = await sql<{ version: number }>`select version from case_file where id = ${id}`.execute(
      town.place.city.db,
    )
    return actOnCase(ctx, { id, version: rows[0]?.version ?? 0, act: one })
  }
  const step = (name: string, outcome = 'pass', words = '') =>
    ({ type: 'do-step', step: name, outcome, words }) as const

  test('from submission to decision: each act is in the next list, and the applicant sees who has it', async () => {
    const { id, number } = await town.apply(citizen)
    assert.match(number, /^20210706-\d{6}$/)
    const { rows: records } = await sql<{ text: string }>`select r::text as text from audit_record r
      where thing = ${`case/${id}`}`.execute(town.place.city.db)
    assert.ok(records.length > 0 && records.every(({ text }) => !text.includes(firm.code)), 'no code in the audit')
    assert.deepEqual(
      (await myCases(citizen)).items.map((one) => one.number),
      [number],
    )
    const queue = async (ctx: Ctx) => (await casesView(ctx, { whose: 'mine' })).items.map((one) => one.id)
    assert.ok((await queue(officer)).includes(id))
    assert.ok(!(await queue(head)).includes(id))
    assert.deepEqual((await caseView(citizen, id)).next, {
      what: '受理，或者一次告知要补的材料',
      who: '市行政审批局',
      until: '2021-07-13',
    })

    await act(officer, id, { type: 'accept' })
    assert.ok((await queue(inspector)).includes(id))
    const accepted = await caseView(citizen, id)
    assert.deepEqual(
      accepted.clocks.map(({ kind, lastDay, light }) => [kind, lastDay, light]),
      [
        ['acceptance', '2021-07-13', 'done'],
        ['statutory', '2021-08-03', 'on-time'],
      ],
    )
    assert.equal(accepted.next?.who, '市行政审批局、市市场监管局')
    assert.deepEqual(
      accepted.may.map(({ type }) => type),
      ['withdraw'],
    )

    await act(officer, id, step('papers'))
    await act(inspector, id, step('site'))
    assert.ok(!(await queue(inspector)).includes(id))
    assert.ok((await queue(head)).includes(id))
    await act(head, id, step('decide', 'grant'))
    const decided = await caseView(citizen, id)
    assert.equal(decided.decision?.name, '准予')
    assert.equal(decided.light, 'done')
    const issued = await sql<{ account: string; holder: string; fields: string[] }>`select account_id as account,
      holder->>'name' as holder, array(select value->>'name' from jsonb_array_elements(fields)) as fields
      from licence where issue_key = ${`case/${id}`}`.execute(citizen.db)
    const fields = issued.rows[0]?.fields ?? []
    assert.deepEqual(
      issued.rows.map((row) => [row.account, row.holder]),
      [[citizen.actor.accountId, firm.name]],
    )
    assert.ok(fields.includes('经营地址') && !fields.some((name) => name.startsWith('经办人')))
    assert.ok(!(await queue(head)).includes(id))
    await act(officer, id, { type: 'deliver', how: '邮寄' })
    assert.equal((await caseView(citizen, id)).next, null)

    const { rows } = await sql<{ template: string }>`select template from inbox_message
      where account_id = ${citizen.actor.accountId} and href = ${`/cases/${id}`} order by number`.execute(
      town.place.city.db,
    )
    assert.deepEqual(
      rows.map(({ template }) => template),
      ['case-submitted', 'case-accepted', 'case-decided'],
    )
  })

  test('the same submission five times at once is one case; its number belongs to nobody else', async () => {
    const id = newId()
    const made = await Promise.all(Array.from({ length: 5 }, () => town.apply(citizen, id)))
    assert.equal(new Set(made.map(({ number }) => number)).size, 1)
    assert.equal((await caseView(citizen, id)).events.length, 1)
    await assert.rejects(town.apply(other, id), SubmissionTaken)
    await assert.rejects(
      saveDraft(citizen, { id, version: 0, itemCode: 'food-business', party: firm, answers: {} }),
      SubmissionTaken,
    )
  })

  test('a form that is wrong comes back by field, with the draft kept; one too large is refused', async () => {
    const id = newId()
    const answers = foodAnswers()
    answers.场所 = [{ 经营地址: '东昌府区兴华西路12号', 经营面积: '', 是否网络经营: false }]
    await saveDraft(citizen, { id, version: 0, itemCode: 'food-business', party: firm, answers })
    const sent = { id, itemCode: 'food-business', party: { ...firm, phone: '1' }, answers }
    await assert.rejects(submitCase(citizen, sent), (error: FormFaulty) => {
      assert.ok(error instanceof FormFaulty)
      assert.deepEqual(
        error.said.fields?.map(({ field }) => field),
        ['party.phone', 'form.场所.0.经营面积'],
      )
      return true
    })
    assert.deepEqual(
      (await myCases(citizen)).drafts.map((draft) => draft.id),
      [id],
    )
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`f${at}`, '1']))
    await assert.rejects(submitCase(citizen, { ...sent, answers: { 主体: [many] } }), FormTooLarge)
    await assert.rejects(saveDraft(other, { ...sent, version: 1 }), DraftUnknown)
    await assert.rejects(saveDraft(citizen, { ...sent, version: 0 }), StaleVersion)
    await submitCase(citizen, { ...sent, party: firm, answers: foodAnswers() })
    assert.deepEqual((await myCases(citizen)).drafts, [])
  })

  test('two clerks on one case: one act is taken, the other is told', async () => {
    const { id } = await town.apply(citizen)
    const second = await town.as('officer', approvals)
    const both = await Promise.allSettled([
      actOnCase(officer, { id, version: 1, act: { type: 'accept' } }),
      actOnCase(second, {
        id,
        version: 1,
        act: { type: 'not-accept', reasons: '不属于许可范围', remedy: '六十日内复议' },
      }),
    ])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const refused = both.find((one) => one.status === 'rejected')
    assert.ok(refused?.reason instanceof StaleVersion)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from case_event where case_id = ${id}`.execute(
      town.place.city.db,
    )
    assert.ok([2, 3].includes(rows[0]?.n ?? 0))
  })

  test('whose it is not, sees nothing and does nothing', async () => {
    const { id } = await town.apply(citizen)
    const elsewhere = await town.as('officer', labour)
    const office = await town.as('supervision', 'shi-zheng-fu-ban-gong-shi')
    for (const ctx of [other, elsewhere, inspector, office]) {
      await assert.rejects(caseView(ctx, id), CaseUnknown)
      await assert.rejects(actOnCase(ctx, { id, version: 1, act: { type: 'accept' } }), CaseUnknown)
      await assert.rejects(revealCase(ctx, { id, reason: '看看' }), CaseUnknown)
    }
    await assert.rejects(caseView(officer, newId()), CaseUnknown)
    await assert.rejects(act(citizen, id, { type: 'accept' }), ActNotTheirs)
    await assert.rejects(act(officer, id, { type: 'withdraw', reasons: '' }), ActNotTheirs)
    await act(officer, id, { type: 'accept' })
    // the market bureau has a step now, but not this one; the head decides only when all parts are done
    await assert.rejects(act(inspector, id, step('papers')), ActNotTheirs)
    await assert.rejects(act(officer, id, step('decide', 'grant')), ActRefused)
    await act(officer, id, step('papers'))
    await assert.rejects(act(head, id, step('decide', 'grant')), ActRefused)
    await act(inspector, id, step('site'))
    await assert.rejects(act(officer, id, step('decide', 'grant')), ActNotTheirs)
    await assert.rejects(act(head, id, step('decide', 'refuse')), ActRefused)
    await act(head, id, step('decide', 'refuse', '现场布局不符合要求'))
  })

  test('an officer does not handle their own application', async () => {
    const { id } = await town.apply(officer)
    assert.equal((await caseView(officer, id)).role, 'applicant')
    await assert.rejects(act(officer, id, { type: 'accept' }), ActNotTheirs)
  })

  test('covered unless somebody says why; each look is in the audit', async () => {
    const { id } = await town.apply(citizen)
    for (const ctx of [citizen, officer]) {
      const text = JSON.stringify(await caseView(ctx, id))
      for (const covered of ['11010519491231002X', '13800138000', '兴华西路12号']) assert.ok(!text.includes(covered))
    }
    const seen = await revealCase(officer, { id, reason: '电话联系补正' })
    assert.equal(seen.party.phone, '13800138000')
    assert.ok(seen.fields.some(({ value }) => value === '11010519491231002X'))
    const { rows } = await sql<{ reason: string }>`select reason from audit_record
      where action = 'cases.reveal' and thing = ${`case/${id}`}`.execute(town.place.city.db)
    assert.deepEqual(rows, [{ reason: '电话联系补正' }])
  })

  test('events are only ever added', async () => {
    const { id } = await town.apply(citizen)
    for (const change of [
      sql`update case_event set at = at where case_id = ${id}`,
      sql`delete from case_event where case_id = ${id}`,
      sql`truncate case_event`,
    ]) {
      await assert.rejects(change.execute(town.place.city.db), /permission denied/)
    }
    assert.equal(plainDate('2021-07-06'), citizen.today)
  })
})
