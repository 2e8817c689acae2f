import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationsModule, rememberAlias } from '@guangyue/modules/organisations'
import type { Actor } from '@guangyue/platform/access'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import exceljs from 'exceljs'
import { sql } from 'kysely'
import { identityModule } from '../index.ts'
import { accounts } from '../service.ts'
import { resolveActor, signIn } from '../sign-in.ts'
import { importAccounts, type MadeAccounts, previewAccounts } from './import.ts'
import type { AccountLine } from './sheet/account-lines.ts'

describe('accounts from a table', () => {
  let town: TestCity
  let bodyId = ''

  before(async () => {
    town = await testCity([organisationsModule, identityModule])
    const ctx = town.ctx()
    bodyId = ctx.newId()
    await ctx.transact(async (tx) => {
      await sql`insert into body (id, key, kind, position) values (${bodyId}, 'water', '市直部门', 1)`.execute(tx)
      await sql`insert into body_name (id, body_id, name, short, folded_name, folded_short)
        values (${ctx.newId()}, ${bodyId}, '试验市水务局', '市水务局', '试验市水务局', '市水务局')`.execute(tx)
      await rememberAlias(ctx, tx, { name: '市水利局', bodyId })
    })
  })
  after(() => town.drop())

  const line = (part: Partial<AccountLine>): AccountLine => {
    const whole = { line: 2, name: '林见微', username: 'lin', body: '市水利局', title: '', email: '', roles: '经办人' }
    return { ...whole, ...part }
  }
  const made = async (prefix: string) =>
    (await accounts(town.ctx())).filter(({ username }) => username.startsWith(prefix))
  const passwords = async ({ file }: MadeAccounts) => {
    const book = new exceljs.Workbook()
    await book.xlsx.load(file as never)
    const rows = book.worksheets[0]?.getRows(2, 500) ?? []
    return new Map(rows.map((row) => [row.getCell(3).text, row.getCell(4).text]))
  }

  test('a table is read, shown by row and not written', async () => {
    const book = new exceljs.Workbook()
    book.addWorksheet('名单').addRows([
      ['姓名', '账号', '部门', '角色'],
      ['林见微', 'seen', '市水利局', '经办人'],
      ['', 'seen2', '市月球局', '国王'],
    ])
    const checked = await previewAccounts(town.ctx(), Buffer.from(await book.xlsx.writeBuffer()))
    assert.deepEqual(
      checked.map((row) => [row.line.line, row.bodyId, row.faults]),
      [
        [2, bodyId, []],
        [3, null, ['请填写姓名', '没有找到单位“市月球局”', '没有“国王”这种身份']],
      ],
    )
    assert.deepEqual(await made('seen'), [])
  })

  test('rows become accounts whose first password signs in and gives no right until it is changed', async () => {
    const lines = [
      line({ username: 'ma.one', email: 'one@example.invalid', title: '科长' }),
      line({ line: 3, username: 'ma.two', roles: '督查室、审计' }),
    ]
    const reply = await importAccounts(town.ctx(), lines)
    assert.equal(reply.made, 2)
    const [first, second] = (await made('ma.')).toSorted((a, b) => (a.username < b.username ? -1 : 1))
    assert.deepEqual(
      [first?.bodyId, first?.title, first?.email, first?.roles, first?.mustChangePassword],
      [bodyId, '科长', 'one@example.invalid', ['officer'], true],
    )
    assert.deepEqual([second?.roles, second?.title], [['auditor', 'supervision'], null])
    const password = (await passwords(reply)).get('ma.one') ?? ''
    const step = await signIn(town.ctx(), { username: 'ma.one', password }, {})
    const cookie = step.cookies.map((one) => one.split(';')[0]).join('; ')
    assert.deepEqual([step.wants, (await resolveActor({ cookie }, town.city)).roles], ['change-password', []])
  })

  test('the same table twice, also at the same time, is once', async () => {
    const lines = [line({ username: 'twice.b' }), line({ line: 3, username: 'twice.a' })]
    const both = await Promise.allSettled([
      importAccounts(town.ctx(), lines),
      importAccounts(town.ctx(), lines.toReversed()),
    ])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    await assert.rejects(importAccounts(town.ctx(), lines), { code: 'identity.accounts-already-made' })
    assert.equal((await made('twice.')).length, 2)
  })

  test('one faulty row, and no account is made', async () => {
    const lines = [line({ username: 'all.one' }), line({ line: 3, username: 'all.two', body: '市月球局' })]
    await assert.rejects(importAccounts(town.ctx(), lines), (error: { code?: string; said?: { fields?: unknown } }) => {
      assert.equal(error.code, 'identity.accounts-not-imported')
      assert.deepEqual(error.said?.fields, [{ field: '3', message: '第 3 行：没有找到单位“市月球局”' }])
      return true
    })
    assert.deepEqual(await made('all.'), [])
  })

  test('no password and no name is kept in clear anywhere but the name of the account', async () => {
    const reply = await importAccounts(town.ctx(), [line({ username: 'secret.one', name: '穆清和' })])
    const password = (await passwords(reply)).get('secret.one') ?? ''
    assert.match(password, /^\w{4}(-\w{4}){3}$/)
    const { db } = town.ctx()
    const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db)
    const holders = async (text: string) => {
      const found: string[] = []
      for (const { name } of tables) {
        const { rows } = await sql`select from ${sql.table(name)} t where t::text like ${`%${text}%`}`.execute(db)
        if (rows.length > 0) found.push(name)
      }
      return found.toSorted()
    }
    assert.deepEqual(await holders(password), [])
    assert.deepEqual(await holders('穆清和'), ['account', 'auth_user'])
  })

  test('the import and each account are in the audit', async () => {
    const { rows } = await sql<{ action: string }>`select action from audit_record
      where txid = (select txid from audit_record where action = 'identity.import-accounts' order by id limit 1)
      order by id`.execute(town.ctx().db)
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['identity.create-account', 'identity.create-account', 'identity.import-accounts'],
    )
  })

  test('only who may make one account may do it', async () => {
    const officer: Actor = {
      ...town.ctx().actor,
      kind: 'account',
      roles: ['officer', 'head', 'supervision', 'auditor'],
    }
    const refused = { code: 'access.action-not-allowed' }
    await assert.rejects(previewAccounts(town.ctx(officer), Buffer.alloc(0)), refused)
    await assert.rejects(importAccounts(town.ctx(officer), [line({ username: 'nobody' })]), refused)
  })
})
