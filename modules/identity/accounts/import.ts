import { resolveNames } from '@guangyue/modules/organisations'
import type { Ctx, Db, Tx } from '@guangyue/platform/db'
import { hashPassword } from '../auth.ts'
import { AccountsAlreadyMade, AccountsNotImported } from '../errors.ts'
import { newPassword } from '../model.ts'
import { insertAccount } from '../store.ts'
import { findTakenUsernames } from './import-store.ts'
import { type AccountLine, type ReadLine, readAccountLines } from './sheet/account-lines.ts'
import { type CheckedLine, checkLines, foldUsername } from './sheet/check-lines.ts'
import { handoutSheet } from './sheet/write-sheets.ts'

/** What the rows of a table would become, and what is wrong with them. Writes nothing. */
export async function previewAccounts(ctx: Ctx, bytes: Buffer): Promise<readonly CheckedLine<ReadLine>[]> {
  ctx.require('identity.manage-accounts')
  const checked = await check(ctx, ctx.db, readAccountLines(bytes))
  return checked.map((row) => ({ ...row, faults: [...row.line.unread, ...row.faults] }))
}

export interface MadeAccounts {
  readonly made: number
  /** What a browser saves the table under. */
  readonly fileName: string
  /** The table with the first passwords. This is the only time that they can be read. */
  readonly file: Buffer
}

/**
 * Makes an account of every row, or of none, each with a first password that has to be changed at the first sign-in.
 * The passwords are in the reply only; of the same table a second time nothing is made. Refuses (AccountsNotImported)
 * when a row is faulty now, and (AccountsAlreadyMade) when all of the usernames are in use.
 */
export async function importAccounts(ctx: Ctx, lines: readonly AccountLine[]): Promise<MadeAccounts> {
  ctx.require('identity.manage-accounts')
  await refuseTaken(ctx.db, lines)
  const checked = await check(ctx, ctx.db, lines)
  refuseFaults(checked)
  const rows = await Promise.all(checked.map(withPassword))
  await ctx.transact(async (tx) => {
    const taken = await insertRows(ctx, tx, rows)
    if (taken.length === rows.length) throw new AccountsAlreadyMade(taken.length)
    refuseFaults(taken.map((row) => ({ ...row, faults: [`用户名“${row.line.username}”刚刚被使用`] })))
    await ctx.audit(tx, 'identity.import-accounts', {
      thing: `city/${ctx.city.key}`,
      after: { accounts: rows.length },
    })
  })
  const mark = ctx.city.demonstration ? '演示数据-' : ''
  return {
    made: rows.length,
    fileName: `${mark}账号与首次密码-${ctx.today}.xlsx`,
    file: await handoutSheet(rows.map(({ line, password }) => ({ ...line, password }))),
  }
}

interface NewRow extends CheckedLine {
  readonly password: string
  readonly passwordHash: string
}

async function withPassword(row: CheckedLine): Promise<NewRow> {
  const password = newPassword()
  return { ...row, password, passwordHash: await hashPassword(password) }
}

/** Writes the accounts; gives back the rows whose username somebody took meanwhile. */
async function insertRows(ctx: Ctx, tx: Tx, rows: readonly NewRow[]): Promise<readonly NewRow[]> {
  const taken: NewRow[] = []
  // In one order, so that two tables at once wait for one another and do not lock each other out.
  for (const row of rows.toSorted((a, b) => (foldUsername(a.line.username) < foldUsername(b.line.username) ? -1 : 1))) {
    const { line, bodyId, roles, passwordHash } = row
    const { name, title, email } = line
    const id = ctx.newId()
    const inserted = await insertAccount(tx, {
      ...{ id, authUserId: ctx.newId(), username: line.username, name, bodyId, roles, passwordHash },
      ...{ title: title || null, email: email || null },
      ...{ mustChangePassword: true, invented: false, at: ctx.now },
    })
    if (inserted) await ctx.audit(tx, 'identity.create-account', { thing: `account/${id}`, after: { roles, bodyId } })
    else taken.push(row)
  }
  return taken
}

async function check<Line extends AccountLine>(
  ctx: Ctx,
  db: Db,
  lines: readonly Line[],
): Promise<readonly CheckedLine<Line>[]> {
  const names = [...new Set(lines.flatMap(({ body }) => (body === '' ? [] : [body])))]
  return checkLines(lines, {
    taken: await takenOf(db, lines),
    bodies: await resolveNames(db, names, ctx.today),
  })
}

function takenOf(db: Db, lines: readonly AccountLine[]): Promise<ReadonlySet<string>> {
  return findTakenUsernames(
    db,
    lines.map(({ username }) => foldUsername(username)),
  )
}

async function refuseTaken(db: Db, lines: readonly AccountLine[]): Promise<void> {
  const taken = await takenOf(db, lines)
  if (lines.every(({ username }) => taken.has(foldUsername(username)))) throw new AccountsAlreadyMade(lines.length)
}

function refuseFaults(checked: readonly CheckedLine[]): void {
  const faults = checked.flatMap(({ line, faults: found }) => found.map((message) => ({ line: line.line, message })))
  if (faults.length > 0) throw new AccountsNotImported(faults)
}
