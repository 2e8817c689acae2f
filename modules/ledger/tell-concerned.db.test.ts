import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createAccount } from '@guangyue/modules/identity'
import type { Role } from '@guangyue/platform/access'
import type { Ctx, DomainEvent } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { Step } from './model/steps.ts'
import { confirmMeasures } from './service/confirm.ts'
import { takeStep } from './service/take-step.ts'
import { pageOfTasks, taskView } from './service/task-view.ts'
import { onTaskStepped, onTasksAssigned, remindOfDue } from './tell-concerned.ts'
import { type TestLedger, testLedger } from './test-ledger.ts'

describe('those concerned are told', () => {
  let ledger: TestLedger
  let office: Ctx
  let lead: Ctx
  let taskId = ''

  before(async () => {
    ledger = await testLedger()
    office = await ledger.as('supervision', '市政府办公室')
    lead = await ledger.as('officer', '市公安局')
    await account('gongan', ['officer'], await ledger.bodyId('市公安局'))
    await account('minzheng', ['head'], await ledger.bodyId('市民政局'))
    await account('duban', ['supervision'], null)
    await ledger.draft({
      path: '第一条',
      title: '印章',
      leads: ['市公安局'],
      supports: ['市民政局'],
      due: '2021-06-30',
    })
    await confirmMeasures(office, {})
    const { items } = await pageOfTasks(office, { as: 'any', state: 'all', sort: 'due', limit: 10 })
    taskId = items[0]?.id ?? ''
  })
  after(() => ledger.place.drop())

  const account = (username: string, roles: readonly Role[], bodyId: string | null) => {
    const form = { username, name: username, password: '一二三四五六七八九十', title: null, email: null }
    return createAccount(ledger.place.ctx(), { ...form, roles, bodyId })
  }
  const told = async (username: string) => {
    const { rows } = await sql<{ template: string; title: string; body: string }>`
      select m.template, m.title, m.body from inbox_message m join account a on a.id = m.account_id
      where a.username = ${username} order by m.template`.execute(ledger.place.city.db)
    return rows
  }
  const lastEvent = async (name: string) => {
    const { rows } = await sql<DomainEvent & { id: string }>`
      select id, name, payload from outbox_event where name = ${name} order by written_at desc limit 1`.execute(
      office.db,
    )
    assert.ok(rows[0])
    return rows[0]
  }
  const step = async (ctx: Ctx, name: Step, words: string) => {
    const { version } = await taskView(office, taskId)
    await takeStep(ctx, { id: taskId, version, step: name, words, due: '2021-08-31' })
    const event = await lastEvent('ledger.task-stepped')
    await onTaskStepped(ledger.place.ctx(), event)
    await onTaskStepped(ledger.place.ctx(), event)
  }

  test('units with a part in new tasks, once, however often the event comes', async () => {
    const event = await lastEvent('ledger.tasks-assigned')
    await onTasksAssigned(ledger.place.ctx(), event)
    await onTasksAssigned(ledger.place.ctx(), event)
    assert.deepEqual(
      (await told('gongan')).map(({ template }) => template),
      ['tasks-assigned'],
    )
    assert.deepEqual(
      (await told('minzheng')).map(({ template }) => template),
      ['tasks-assigned'],
    )
    assert.deepEqual(await told('duban'), [])
  })

  test('leads of what is late, once a day', async () => {
    await remindOfDue(ledger.place.ctx())
    await remindOfDue(ledger.place.ctx())
    const due = (await told('gongan')).filter(({ template }) => template === 'tasks-due')
    assert.deepEqual(
      due.map(({ title }) => title),
      ['逾期 1 项，临期 0 项'],
    )
    assert.equal((await told('minzheng')).length, 1)
  })

  test('the office of an extension that is asked for and of a report; the leads of its return, with the reason', async () => {
    await step(lead, 'ask-extension', '系统未通')
    await step(office, 'refuse-extension', '按期办')
    await step(lead, 'report', '已上线')
    await step(office, 'return', '缺日数据')
    assert.deepEqual(
      (await told('duban')).map(({ template }) => template),
      ['extension-asked', 'task-verify'],
    )
    assert.match((await told('duban'))[0]?.body ?? '', /市公安局.*2021-08-31.*系统未通/)
    const back = (await told('gongan')).find(({ template }) => template === 'task-returned')
    assert.match(back?.body ?? '', /缺日数据/)
  })
})
