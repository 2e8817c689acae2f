import { yearOf } from '@guangyue/kernel/calendar'
import { bodyText, layOutDocument } from '@guangyue/kernel/official-document'
import { offerManuscript, withdrawManuscript } from '@guangyue/modules/gazette'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { writeDocx, writePdf } from '@guangyue/platform/documents'
import { keepFile } from '@guangyue/platform/files'
import { InputInvalid } from '@guangyue/platform/http'
import { noticeIssued } from '../events.ts'
import { type Act, changeSeen } from '../service/change-seen.ts'
import type { NoticeContent } from './content.ts'
import { documentOf, fieldOf, numberOf } from './document.ts'
import { NoticeStepNotPossible, NoticeUnknown, OwnNotice } from './errors.ts'
import * as store from './store.ts'
import { viewOf } from './views.ts'

const stateWords = { draft: '还没有审核', reviewed: '已经审核', issued: '已经印发' } as const

/** Saves the whole text; it is then a draft of whoever saved it. Refuses letters that make no number, and an issued one. */
export async function saveNotice(
  ctx: Ctx,
  input: Act & { readonly series: string; readonly content: NoticeContent },
): Promise<{ version: number }> {
  const { id, series, content } = input
  return change(ctx, input, async (tx, notice) => {
    if (notice.state === 'issued') throw new NoticeStepNotPossible('修改', stateWords.issued)
    if (numberOf(series, { year: yearOf(ctx.today), serial: 1 }) === undefined) {
      throw new InputInvalid([{ field: 'series', message: '代字不成文号，请写成例如 某政督' }])
    }
    const drafted = { draftedBy: ctx.actor.accountId, draftedName: ctx.actor.name, draftedOn: ctx.today }
    await store.updateText(tx, { id, series, content, ...drafted })
    await ctx.audit(tx, 'ledger.notice-save', {
      thing: `notice/${id}`,
      before: notice.content,
      after: content,
    })
  })
}

/** Another of the office than who wrote the text finds it right. */
export async function reviewNotice(ctx: Ctx, input: Act): Promise<{ version: number }> {
  return change(ctx, input, async (tx, notice) => {
    if (notice.state !== 'draft') throw new NoticeStepNotPossible('审核', stateWords[notice.state])
    if (notice.draftedBy === ctx.actor.accountId) throw new OwnNotice()
    const { accountId: by, name } = ctx.actor
    await store.setReviewed(tx, { id: input.id, by, name, on: ctx.today })
    await ctx.audit(tx, 'ledger.notice-review', { thing: `notice/${input.id}`, before: { state: notice.state } })
  })
}

/**
 * Issues a reviewed notice: number, day, both files, all at once or not at all. What the layout refuses is told by
 * field, and no number is given.
 */
export async function issueNotice(ctx: Ctx, input: Act): Promise<{ version: number; number: string }> {
  let given = ''
  const { version } = await change(ctx, input, async (tx, notice) => {
    if (notice.state !== 'reviewed') throw new NoticeStepNotPossible('印发', stateWords[notice.state])
    const { id, series } = notice
    const year = yearOf(ctx.today)
    const serial = await store.takeSerial(tx, { series, year })
    const document = documentOf(ctx, { notice, numbered: { year, serial, on: ctx.today } })
    const layout = layOutDocument(document)
    if (!layout.ok) {
      throw new InputInvalid(layout.refusals.map((one) => ({ field: fieldOf(one), message: one.message })))
    }
    const { bytes, missing } = await writePdf(layout.value)
    if (missing.length > 0) {
      throw new InputInvalid([
        { field: 'body', message: `字库中没有“${missing.join('')}”，印出来会是空框，请改用别的字` },
      ])
    }
    const name = `${document.number} ${document.title}`
    const pdf = await keepFile(ctx, tx, { name: `${name}.pdf`, bytes, accepted: ['pdf'] })
    const docx = await keepFile(ctx, tx, {
      name: `${name}.docx`,
      bytes: await writeDocx(layout.value),
      accepted: ['docx'],
    })
    await store.setIssued(tx, { id, year, serial, name: ctx.actor.name, on: ctx.today, docx: docx.id, pdf: pdf.id })
    await ctx.audit(tx, 'ledger.notice-issue', {
      thing: `notice/${id}`,
      after: { number: document.number, docx: docx.digest, pdf: pdf.digest },
    })
    await ctx.publish(tx, noticeIssued({ noticeId: id }))
    given = document.number
  })
  return { version, number: given }
}

/** Shows an issued notice to the public, or no longer. The gazette may print what is published. The notice never changes. */
export async function publishNotice(
  ctx: Ctx,
  input: Act & { readonly published: boolean },
): Promise<{ version: number }> {
  return change(ctx, input, async (tx, notice) => {
    if (notice.state !== 'issued') throw new NoticeStepNotPossible('公开', stateWords[notice.state])
    await store.setPublished(tx, input)
    await offerToGazette(ctx, tx, { notice, published: input.published })
    await ctx.audit(tx, 'ledger.notice-publish', {
      thing: `notice/${input.id}`,
      before: { published: notice.published },
      after: { published: input.published },
    })
  })
}

/** A published notice waits to be printed by the gazette; one withdrawn is printed by no later issue. */
async function offerToGazette(
  ctx: Ctx,
  tx: Tx,
  { notice, published }: { readonly notice: store.Notice; readonly published: boolean },
): Promise<void> {
  const thing = `notice/${notice.id}`
  const { year, serial, issuedOn, content } = notice
  if (!published || year === null || serial === null) return withdrawManuscript(tx, thing)
  await offerManuscript(ctx, tx, {
    ...{ thing, section: '督查通报', number: numberOf(notice.series, { year, serial }) ?? null, title: content.title },
    ...{ issuer: content.signature, signedOn: issuedOn, body: bodyText(content.body), annex: '' },
    addressees: content.addressees.length > 0 ? content.addressees.join('，') : null,
  })
}

/** One change of the notice, locked and at the version seen; a stale one gets both back. */
function change(
  ctx: Ctx,
  input: Act,
  act: (tx: Tx, notice: store.Notice) => Promise<void>,
): Promise<{ version: number }> {
  ctx.require('ledger.notice')
  return changeSeen(ctx, input, {
    lock: (tx) => lockedNotice(tx, input.id),
    versionOf: ({ version }) => version,
    current: (notice, tx) => viewOf(ctx, tx, notice),
    act,
  })
}

async function lockedNotice(tx: Tx, id: string): Promise<store.Notice> {
  const notice = await store.lockNotice(tx, id)
  if (!notice) throw new NoticeUnknown()
  return notice
}
