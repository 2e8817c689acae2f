import { findPlainDate } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import type { Download, PageResult } from '@guangyue/platform/http'
import type { ReplyOf } from '@guangyue/platform/http/endpoint'
import { listWorkbook } from '@guangyue/platform/sheets'
import { z } from 'zod'
import {
  type ActOnRecord,
  type ActsFilter,
  actsOnRecord,
  bodiesOn,
  probationsEnding,
  subtreeOf,
} from '../../organisations/index.ts'
import type { listActsEndpoint } from '../api.ts'
import { findBody } from './find-body.ts'
import { actsByDocument, tenureRows } from './official-acts.ts'
import type { ActsView } from './officials.view.ts'
import { typed } from './typed.ts'
import { words } from './words.ts'

const PAGE_SIZE = 60
/** More acts than a city prints in a generation. */
const MOST_ROWS = 100_000

/** What the register takes; a day that is none, or a kind that is none, does not limit. */
export const actsQuery = z.object({
  name: typed(50),
  body: typed(100),
  from: typed(10),
  to: typed(10),
  action: z.enum(['appoint', 'remove', 'lapse', '']).catch(''),
  page: z.coerce.number().int().min(1).max(2000).catch(1),
})

type Asked = z.output<typeof actsQuery>

/** The register of acts: who was appointed, removed or whose post lapsed, by which document; the newest first. */
export async function loadActs(ctx: Ctx, asked: Asked): Promise<PageResult<ActsView>> {
  const { page, ...filter } = asked
  const [{ total, acts }, bodies] = await Promise.all([
    actsOnRecord(ctx.db, { ...(await filterOf(ctx, asked)), limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    bodiesOn(ctx),
  ])
  const params = paramsOf(filter)
  return {
    title: words(ctx.lang, 'acts'),
    crumbs: [{ href: '/officials', label: words(ctx.lang, 'officials') }, { label: words(ctx.lang, 'acts') }],
    view: {
      filter,
      filtered: params !== '',
      bodies: bodies.map(({ name }) => name),
      groups: await actsByDocument(ctx.db, acts),
      total,
      page,
      pageSize: PAGE_SIZE,
      pageHref: `/officials/acts?${params}${params === '' ? '' : '&'}page=`,
      sheetHref: sheetHrefOf(params),
    },
  }
}

/** The register as the desk shows it, a row an act, with the probations that end within a month of today. */
export async function deskActs(ctx: Ctx, asked: Asked): Promise<ReplyOf<typeof listActsEndpoint>> {
  const { page, ...filter } = asked
  const { total, acts } = await actsOnRecord(ctx.db, {
    ...(await filterOf(ctx, asked)),
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  })
  const ending = await tenureRows(ctx.db, await probationsEnding(ctx.db, ctx.today))
  const params = paramsOf(filter)
  return {
    items: (await actsByDocument(ctx.db, acts)).flatMap((group) =>
      group.acts.map((act) => ({
        ...act,
        on: group.date,
        document: { label: group.number ?? group.title, href: group.href },
      })),
    ),
    total,
    pageSize: PAGE_SIZE,
    sheetHref: sheetHrefOf(params),
    ending: ending.map(({ key, person, personHref, post, probationUntil, appointedBy }) => ({
      ...{ id: key, person, personHref, post, until: probationUntil ?? '', appointedBy },
    })),
  }
}

/** The same acts as a spreadsheet, all of them, a row each. */
export async function loadActsSheet(ctx: Ctx, asked: Asked): Promise<{ file: Download }> {
  const { acts } = await actsOnRecord(ctx.db, { ...(await filterOf(ctx, asked)), limit: MOST_ROWS, offset: 0 })
  const rows = (await actsByDocument(ctx.db, acts)).flatMap((group) => group.acts.map((act) => ({ ...act, group })))
  const file = await listWorkbook<(typeof rows)[number]>(ctx, {
    title: '任免登记',
    rows,
    columns: [
      { head: '日期', width: 12, cell: ({ group }) => group.date },
      { head: '文号', width: 22, cell: ({ group }) => group.number },
      { head: '文件', width: 44, cell: ({ group }) => group.title },
      { head: '任免', width: 10, cell: ({ action }) => words('zh', `act.${action}`) },
      { head: '姓名', width: 12, cell: ({ person }) => person },
      { head: '职务', width: 40, cell: ({ post }) => post },
      { head: '试用期（月）', width: 12, cell: ({ probationMonths }) => probationMonths },
      { head: '说明', width: 24, cell: ({ note }) => note },
    ],
  })
  return { file }
}

/** A body counts with all below it; one that is not known by that name is looked for in the post itself. */
async function filterOf(ctx: Ctx, { name, body, from, to, action }: Asked): Promise<ActsFilter> {
  const bodyId = await findBody(ctx, body, ctx.today)
  return {
    text: name.trim() || null,
    post: bodyId === undefined ? body.trim() || null : null,
    bodyIds: bodyId === undefined ? null : await subtreeOf(ctx.db, bodyId),
    from: findPlainDate(from) ?? null,
    to: findPlainDate(to) ?? null,
    action: action === '' ? null : (action satisfies ActOnRecord['action']),
  }
}

function paramsOf(filter: Omit<Asked, 'page'>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value !== '') params.set(name, value)
  return params.toString()
}

function sheetHrefOf(params: string): string {
  return `/officials/acts.xlsx${params === '' ? '' : `?${params}`}`
}
