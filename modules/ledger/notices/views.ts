import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx, Db } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import type { z } from 'zod'
import { readKept } from '../service/kept-file.ts'
import { reachOf } from '../service/reach.ts'
import { listAnswers } from './answer-store.ts'
import type { notice as shape } from './api.ts'
import { numberOf, refusalsOf } from './document.ts'
import { NoticeUnknown } from './errors.ts'
import * as store from './store.ts'

type NoticeView = z.input<typeof shape>

/** The office sees all; others what is issued, units what is addressed to them. */
export async function noticesView(ctx: Ctx, asked: Pick<store.NoticeFilter, 'kind' | 'state'>) {
  ctx.require('ledger.read')
  const office = ctx.can('ledger.notice')
  const notices = await store.listNotices(ctx.db, { ...asked, bodies: reachOf(ctx) })
  const seen = notices.filter(({ state }) => office || state === 'issued')
  const bodies = [...new Set(seen.flatMap(({ bodyIds }) => bodyIds))]
  const names = await bodyNames(ctx.db, bodies, ctx.today)
  return {
    items: seen.map((notice) => ({ ...rowOf(notice, names), ownText: notice.draftedBy === ctx.actor.accountId })),
  }
}

/** One notice. Refuses (NoticeUnknown) one that is not issued to all but the office, and one for other units. */
export async function noticeView(ctx: Ctx, id: string): Promise<NoticeView> {
  return viewOf(ctx, ctx.db, await seenNotice(ctx, id))
}

export async function viewOf(ctx: Ctx, db: Db, notice: store.Notice): Promise<NoticeView> {
  const office = ctx.can('ledger.notice')
  const names = await bodyNames(db, notice.bodyIds, ctx.today)
  const { content, series, reviewedName, reviewedOn, issuedName, state, version } = notice
  const ownText = notice.draftedBy === ctx.actor.accountId
  return {
    ...rowOf(notice, names),
    content,
    series,
    reviewedName,
    reviewedOn,
    issuedName,
    files: state === 'issued',
    may: office ? [...mayOf(state, ownText)] : [],
    ownText,
    answers: state === 'issued' ? await answersOf(ctx, notice, names) : [],
    refusals: office && state !== 'issued' ? refusalsOf(ctx, notice) : [],
    version,
  }
}

/** Who took it and what was answered; a unit sees its own, whoever sees the whole city all. */
async function answersOf(ctx: Ctx, notice: store.Notice, names: Names): Promise<NoticeView['answers']> {
  const reach = reachOf(ctx)
  const answers = Map.groupBy(await listAnswers(ctx.db, notice.id), ({ bodyId }) => bodyId)
  const seen = notice.bodyIds.filter((bodyId) => reach === null || reach.includes(bodyId))
  return seen.map((bodyId) => {
    const own = answers.get(bodyId) ?? []
    const receipt = own.find(({ kind }) => kind === 'receipt')
    return {
      unit: { id: bodyId, name: names.get(bodyId)?.short ?? '' },
      takenOn: receipt?.onDay ?? null,
      takenBy: receipt?.byName ?? null,
      replies: own.flatMap(({ id, kind, text, byName, onDay }) =>
        kind === 'reply' ? [{ id, text, by: byName, on: onDay }] : [],
      ),
      own: ctx.can('ledger.report', { bodies: [bodyId] }),
    }
  })
}

/** The file of an issued notice, for those who see it. */
export async function readNoticeFile(
  ctx: Ctx,
  { id, kind }: { readonly id: string; readonly kind: 'docx' | 'pdf' },
): Promise<Download> {
  return noticeFile(ctx, await seenNotice(ctx, id), kind)
}

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

/** Refuses (NoticeUnknown) what is not issued. */
export async function noticeFile(ctx: Ctx, notice: store.Notice, kind: keyof typeof types): Promise<Download> {
  const fileId = kind === 'docx' ? notice.docxFileId : notice.pdfFileId
  if (fileId === null) throw new NoticeUnknown()
  const { name, body } = await readKept(ctx, fileId)
  return { name, type: types[kind], body }
}

async function seenNotice(ctx: Ctx, id: string): Promise<store.Notice> {
  ctx.require('ledger.read')
  const notice = await store.findNotice(ctx.db, id)
  if (!notice) throw new NoticeUnknown()
  if (ctx.can('ledger.notice')) return notice
  const reach = reachOf(ctx)
  const addressed = reach === null || notice.bodyIds.some((body) => reach.includes(body))
  if (notice.state !== 'issued' || !addressed) throw new NoticeUnknown()
  return notice
}

function mayOf(state: store.NoticeState, ownText: boolean): readonly NoticeView['may'][number][] {
  if (state === 'draft') return ownText ? ['edit'] : ['edit', 'review']
  return state === 'reviewed' ? ['edit', 'issue'] : ['publish']
}

type Names = Awaited<ReturnType<typeof bodyNames>>

function rowOf(notice: store.Notice, names: Names) {
  const { id, kind, state, content, series, year, serial, month, bodyIds, draftedName, draftedOn } = notice
  return {
    id,
    kind,
    state,
    title: content.title,
    number: year === null || serial === null ? null : (numberOf(series, { year, serial }) ?? null),
    month,
    units: bodyIds.map((body) => ({ id: body, name: names.get(body)?.short ?? '' })),
    draftedName,
    draftedOn,
    issuedOn: notice.issuedOn,
    published: notice.published,
  }
}
