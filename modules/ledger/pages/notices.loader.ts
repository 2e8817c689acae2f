import type { Ctx } from '@guangyue/platform/db'
import { findStored } from '@guangyue/platform/files'
import type { PageResult } from '@guangyue/platform/http'
import { officeOf } from '../notices/compose.ts'
import { numberOf } from '../notices/document.ts'
import { NoticeNotPublished } from '../notices/errors.ts'
import { findNotice, listNotices, type Notice } from '../notices/store.ts'
import { noticeFile } from '../notices/views.ts'
import type { NoticePageView, NoticesView } from './notices.view.ts'
import { words } from './words.ts'

/** The notices that the office published, newest first. */
export async function loadNotices(ctx: Ctx): Promise<PageResult<NoticesView>> {
  const items = await listNotices(ctx.db, { published: true, bodies: null })
  const title = words(ctx.lang, 'notices')
  return {
    title,
    crumbs: [{ label: title }],
    view: {
      items: items.map((notice) => ({
        href: `/notices/${notice.id}`,
        kind: notice.kind,
        title: notice.content.title,
        number: printedNumber(notice),
        issuedOn: notice.issuedOn ?? '',
      })),
    },
  }
}

/** One published notice. Refuses (NoticeNotPublished) any other. */
export async function loadNotice(ctx: Ctx, id: string): Promise<PageResult<NoticePageView>> {
  const notice = await published(ctx, id)
  const { kind, content } = notice
  const files = await Promise.all(
    ([notice.docxFileId, notice.pdfFileId] as const).map((file) => findStored(ctx.db, file ?? '')),
  )
  return {
    title: content.title,
    crumbs: [{ href: '/notices', label: words(ctx.lang, 'notices') }, { label: printedNumber(notice) }],
    view: {
      ...content,
      kind,
      number: printedNumber(notice),
      issuer: officeOf(ctx),
      issuedOn: notice.issuedOn ?? '',
      files: files.flatMap((file) =>
        file ? [{ href: `/notices/${id}/${file.kind}`, name: file.name, size: file.bytes }] : [],
      ),
    },
  }
}

/** The docx or pdf of a published notice. */
export async function loadNoticeFile(
  ctx: Ctx,
  { id, kind }: { readonly id: string; readonly kind: 'docx' | 'pdf' },
): Promise<PageResult<never>> {
  return { file: await noticeFile(ctx, await published(ctx, id), kind) }
}

async function published(ctx: Ctx, id: string): Promise<Notice> {
  const notice = id === '' ? undefined : await findNotice(ctx.db, id)
  if (!notice?.published) throw new NoticeNotPublished()
  return notice
}

function printedNumber({ series, year, serial }: Notice): string {
  return numberOf(series, { year: year ?? 0, serial: serial ?? 0 }) ?? ''
}
