import { randomBytes } from 'node:crypto'
import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { signingKey, signText, signTextSm2 } from '@guangyue/platform/signing'
import type { ItemVersion } from '../catalogue/index.ts'
import { bodiesOn } from '../organisations/index.ts'
import { tell } from './messages.ts'
import { type Field, type Holder, statementText } from './model.ts'
import { signaturesOf } from './signed-file.ts'
import { findLicence, insertAct, insertLicence, type Licence, nextSerial, waitForIssue } from './store.ts'

export interface Issue {
  /** Names what the licence is issued on; the same again gives the same licence. */
  readonly key: string
  readonly version: ItemVersion
  readonly accountId: string | null
  readonly holder: Holder
  readonly fields: readonly Field[]
  /** In words: the number of the case. */
  readonly basis: string
  readonly validTo: PlainDate | null
}

/**
 * Issues a licence within the caller's transaction: numbered by type and year without a gap, signed by both keys of the
 * city, valid from today; the holder with an account is told. The result of the item gives its name, the body in charge
 * is the issuer.
 */
export async function issueLicence(ctx: Ctx, tx: Tx, issue: Issue): Promise<Pick<Licence, 'id' | 'number' | 'code'>> {
  await waitForIssue(tx, issue.key)
  const known = await findLicence(tx, { issueKey: issue.key })
  if (known) return known
  const { item, code: type } = issue.version
  const year = Number(ctx.today.slice(0, 4))
  const serial = await nextSerial(tx, type, year)
  const bodies = await bodiesOn({ db: tx, today: ctx.today })
  const said = {
    number: `${item.result.name}〔${year}〕${serial}号`,
    name: item.result.name,
    ...{ type, holder: issue.holder, fields: issue.fields, basis: issue.basis },
    issuer: bodies.find(({ key }) => key === item.body)?.name ?? item.body,
    ...{ validFrom: ctx.today, validTo: issue.validTo },
    code: randomBytes(24).toString('base64url'),
  }
  const signedText = statementText(said)
  await signingKey(ctx, tx)
  const signatures = signaturesOf(await signText(tx, signedText), await signTextSm2(ctx, tx, signedText))
  const id = ctx.newId()
  const { accountId } = issue
  const row = { ...said, id, body: item.body, accountId, signedText, signatures, issuedAt: ctx.now, year, serial }
  await insertLicence(tx, { ...row, issueKey: issue.key, itemVersion: issue.version.id })
  const { accountId: actorId, name: actorName } = ctx.actor
  const act = { licenceId: id, number: 1, type: 'issue', reason: issue.basis, at: ctx.now }
  await insertAct(tx, { ...act, actorId, actorName })
  await ctx.audit(tx, 'licences.issue', { thing: `licence/${id}`, basis: issue.basis, after: { number: said.number } })
  await tell(ctx, tx, {
    template: 'licence-issued',
    params: { number: said.number },
    href: `/licences/${id}`,
    onceKey: `licence/${id}/1`,
    accountIds: accountId === null ? [] : [accountId],
  })
  return { id, number: said.number, code: said.code }
}
