import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { organisationsModule } from '@guangyue/modules/organisations'
import type { Actor } from '@guangyue/platform/access'
import type { Letter } from '@guangyue/platform/mail'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { sql } from 'kysely'
import { createAccount, identityModule, tell } from '../index.ts'
import {
  channelsOf,
  deliverMessages,
  inboxOf,
  openChannel,
  readMessages,
  templates,
  unreadOf,
  wordTemplate,
} from './service.ts'

describe('inbox', () => {
  let town: TestCity
  let officer: Actor
  const letters: Letter[] = []
  const posted: { body: string; signature: string | undefined }[] = []
  const receiver = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString('utf8')
    posted.push({ body, signature: request.headers['x-guangyue-signature'] as string | undefined })
    response.statusCode = posted.length === 1 ? 500 : 204
    response.end()
  })

  before(async () => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const mail = async (letter: Letter) => {
      letters.push(letter)
    }
    town = await testCity([organisationsModule, identityModule], {
      mail,
      hookReach: 'anywhere',
      publicUrl: 'https://city.example',
    })
    const body = {
      username: 'jia',
      name: '甲',
      password: '一二三四五六七八九十',
      bodyId: null,
      title: null,
      email: null,
    }
    const accountId = await createAccount(town.ctx(), { ...body, roles: ['citizen'] })
    officer = { kind: 'account', accountId, name: '甲', bodyId: null, bodies: [], roles: ['citizen'] }
  })
  after(async () => {
    receiver.closeAllConnections()
    receiver.close()
    await town.drop()
  })

  const said = {
    template: 'probation-ending',
    params: { person: '甲', post: '甲局局长', day: '2021-08-07' },
    href: '/desk/tasks/1',
  } as const
  const tellOnce = (onceKey: string) =>
    town.ctx().transact((tx) => tell(town.ctx(), tx, { ...said, onceKey, accountIds: [officer.accountId ?? ''] }))
  const lastEvent = async () => {
    const { rows } = await sql<{ id: string; name: string; payload: Record<string, unknown> }>`
      select id, name, payload from outbox_event order by written_at desc limit 1`.execute(town.city.db)
    assert.ok(rows[0])
    return rows[0]
  }

  test('the same thing is told once; reading it clears the count', async () => {
    const ctx = town.ctx(officer)
    await tellOnce('event-1')
    await tellOnce('event-1')
    assert.equal(await unreadOf(ctx), 1)
    const [message] = await inboxOf(ctx, null)
    assert.equal(message?.title, '试用期将满：甲')
    assert.match(message?.body ?? '', /甲局局长/)
    await readMessages(ctx, [message?.id ?? ''])
    assert.equal(await unreadOf(ctx), 0)
  })

  test("another's message cannot be marked as read", async () => {
    await tellOnce('event-2')
    const [message] = await inboxOf(town.ctx(officer), null)
    const other: Actor = { ...officer, accountId: '00000000-0000-7000-8000-000000000009' }
    await readMessages(town.ctx(other), [message?.id ?? ''])
    assert.equal(await unreadOf(town.ctx(officer)), 1)
  })

  test('mail and webhook follow the commit; a failed one is logged and sent again, the other not twice', async () => {
    const ctx = town.ctx(officer)
    await openChannel(ctx, { kind: 'mail', target: 'jia@example.gov.cn' })
    await openChannel(ctx, {
      kind: 'webhook',
      target: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`,
    })
    assert.equal((await channelsOf(ctx)).length, 2)
    await tellOnce('event-3')
    const event = await lastEvent()
    await assert.rejects(deliverMessages(town.ctx(), event), /1 条消息未送达：回调地址答复 500/)
    await deliverMessages(town.ctx(), event)
    assert.deepEqual(
      letters.map(({ to, subject }) => [to, subject]),
      [['jia@example.gov.cn', '试用期将满：甲']],
    )
    assert.match(letters[0]?.text ?? '', /https:\/\/city\.example\/desk\/tasks\/1/)
    const { rows } = await sql<{ secret: string }>`select secret from inbox_channel where kind = 'webhook'`.execute(
      town.city.db,
    )
    const expected = createHmac('sha256', rows[0]?.secret ?? '')
      .update(posted[1]?.body ?? '')
      .digest('hex')
    assert.equal(posted[1]?.signature, `sha256=${expected}`)
    const log = await sql<{
      kind: string
      state: string
    }>`select kind, state from inbox_delivery order by tried_at`.execute(town.city.db)
    assert.deepEqual(log.rows.map(({ kind, state }) => `${kind} ${state}`).sort(), [
      'mail sent',
      'webhook failed',
      'webhook sent',
    ])
  })

  test('a channel that is no address is refused by field', async () => {
    await assert.rejects(openChannel(town.ctx(officer), { kind: 'mail', target: '不是邮箱' }), {
      code: 'identity.channel-invalid',
    })
  })

  test('a template is worded anew; a stale wording gives both texts back', async () => {
    const ctx = town.ctx()
    const text = (await templates(ctx)).find(({ key }) => key === 'probation-ending')
    assert.ok(text)
    await wordTemplate(ctx, { ...text, title: '请安排：{person}' })
    await tellOnce('event-4')
    assert.equal((await inboxOf(town.ctx(officer), null))[0]?.title, '请安排：甲')
    await assert.rejects(wordTemplate(ctx, { ...text, version: 7, title: '另一种' }), { code: 'db.stale-version' })
  })
})
