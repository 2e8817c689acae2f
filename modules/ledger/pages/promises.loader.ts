import { daysBetween, plainDate } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import type { PageResult } from '@guangyue/platform/http'
import { z } from 'zod'
import type { Light } from '../model/light.ts'
import { citeOf } from '../service/cite.ts'
import { findDocuments } from '../store/documents.ts'
import { listIndicatorFigures, listPublicLeads, listReleased, type ReleasedDocument } from '../store/public-list.ts'
import { countLights, listTasks, type TaskFilter, type TaskListRow } from '../store/task-list.ts'
import type { PromiseRow, PromisesView } from './promises.view.ts'
import { words } from './words.ts'

const PAGE_SIZE = 50
const LIGHTS = ['red', 'yellow', 'green', 'none', 'paused', 'done'] as const

/** What `/ledger` takes. A value that makes no sense is as if it were not there, so that any link answers. */
export const promisesQuery = z.object({
  document: z.uuid().or(z.literal('')).catch(''),
  lead: z.uuid().or(z.literal('')).catch(''),
  light: z.enum(['', ...LIGHTS]).catch(''),
  indicator: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .catch(''),
  q: z
    .string()
    .max(100)
    .transform((text) => text.replaceAll('\u0000', '').trim())
    .catch(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

type Asked = z.output<typeof promisesQuery>

/** Promises and progress: the released documents with their figures, and their tasks under conditions. */
export async function loadPromises(ctx: Ctx, asked: Asked): Promise<PageResult<PromisesView>> {
  const documents = await listReleased(ctx.db, ctx.today)
  const filter = filterOf(asked)
  const rows = await listTasks(ctx.db, ctx.today, {
    ...filter,
    // A document is read in its order; of all of them what is late stands first.
    sort: asked.document !== '' && asked.light === '' ? 'text' : 'due',
    limit: PAGE_SIZE,
    offset: (asked.page - 1) * PAGE_SIZE,
  })
  if (rows.length === 0 && asked.page > 1) return { redirect: hrefOf({ ...asked, page: 1 }), status: 302 }
  const { all: _, ...counts } = await countLights(ctx.db, ctx.today, { ...filter, shown: 'progress' })
  const total = asked.light === '' ? (await countLights(ctx.db, ctx.today, filter)).all : counts[asked.light]
  return {
    title: words(ctx.lang, 'ledger'),
    crumbs: [{ label: words(ctx.lang, 'ledger') }],
    view: {
      today: ctx.today,
      documents: documents.map((document) => ({
        id: document.id,
        name: document.number ?? document.title,
        href: hrefOf({ document: document.id }),
        tasks: document.figures.all,
        counts: document.release === 'progress' ? document.figures : null,
        current: asked.document === document.id,
      })),
      filter: {
        document: asked.document,
        lead: asked.lead,
        light: asked.light,
        indicator: asked.indicator,
        q: asked.q,
      },
      indicators: (await listIndicatorFigures(ctx.db, ctx.today)).map(({ key, name }) => ({ id: key, name })),
      leads: (await listPublicLeads(ctx.db)).map(({ id, name }) => ({ id, name })),
      counts,
      lightHrefs: Object.fromEntries(LIGHTS.map((light) => [light, hrefOf({ ...asked, light, page: 1 })])) as Record<
        Light,
        string
      >,
      tasks: await presentTasks(ctx, rows, documents),
      total,
      page: asked.page,
      pageSize: PAGE_SIZE,
      pageHref: hrefOf({ ...asked, page: undefined }, 'page='),
    },
  }
}

/** A light is only told of where progress is published. */
function filterOf(asked: Asked): TaskFilter {
  return {
    as: 'lead',
    state: 'all',
    reach: null,
    shown: asked.light === '' ? 'tracked' : 'progress',
    ...(asked.document !== '' && { documentId: asked.document }),
    ...(asked.lead !== '' && { bodyId: asked.lead }),
    ...(asked.light !== '' && { light: asked.light }),
    ...(asked.indicator !== '' && { indicator: asked.indicator }),
    ...(asked.q !== '' && { text: asked.q }),
  }
}

async function presentTasks(
  ctx: Ctx,
  rows: readonly TaskListRow[],
  released: readonly ReleasedDocument[],
): Promise<readonly PromiseRow[]> {
  const documents = await findDocuments(
    ctx.db,
    rows.map(({ documentId }) => documentId),
  )
  const progress = new Set(released.filter(({ release }) => release === 'progress').map(({ id }) => id))
  return rows.map((row) => {
    const { label, href } = citeOf(documents.get(row.documentId), row.path)
    const shown = progress.has(row.documentId)
    return {
      id: row.id,
      title: row.title,
      href: `/ledger/tasks/${row.id}`,
      cite: { label, href },
      leads: row.leads,
      due: row.nextDue,
      duePhrase: row.duePhrase,
      light: shown ? row.light : null,
      daysLeft: shown && row.nextDue !== null ? daysBetween(ctx.today, plainDate(row.nextDue)) : null,
    }
  })
}

function hrefOf(asked: Partial<Asked>, end = ''): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined && value !== '' && !(name === 'page' && value === 1)) params.set(name, String(value))
  }
  const query = [params.toString(), end].filter((part) => part !== '').join('&')
  return query === '' ? '/ledger' : `/ledger?${query}`
}
