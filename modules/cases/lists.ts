import type { Ctx } from '@guangyue/platform/db'
import type { ReplyOf } from '@guangyue/platform/http'
import { getItem, getVersion, type Item } from '../catalogue/index.ts'
import { bodiesOn, bodyKeys } from '../organisations/index.ts'
import type { listCasesEndpoint, myCasesEndpoint } from './api.ts'
import { listDrafts } from './draft-store.ts'
import { lightOn } from './model.ts'
import { type CaseRow, listConcerned, listOwn, listWaiting } from './queue-store.ts'
import { postsOf } from './role.ts'

const PAGE = 50

type Row = ReplyOf<typeof listCasesEndpoint>['items'][number]

interface QueueQuery {
  readonly whose: 'mine' | 'unit' | 'all'
  readonly light?: Row['light'] | undefined
  readonly item?: string | undefined
  readonly phase?: Row['phase'] | undefined
  readonly text?: string | undefined
  readonly after?: string | undefined
}

/** The queue of the actor or the unit by last day, or all its cases; in pages of 50. */
export async function casesView(ctx: Ctx, query: QueueQuery): Promise<ReplyOf<typeof listCasesEndpoint>> {
  ctx.require('cases.handle')
  const units = [...(await bodyKeys(ctx.db, ctx.actor.bodies)).values()]
  const { light, item, phase, text, whose } = query
  const filter = { units, light, item, phase, text, today: ctx.today, limit: PAGE + 1 }
  if (whose === 'all') {
    const rows = await listConcerned(ctx.db, { ...filter, before: query.after })
    return pageOf(ctx, rows, ({ number }) => number)
  }
  const [day = '', id = ''] = (query.after ?? '').split('~')
  const after = /^\d{4}-\d\d-\d\d$/.test(day) && /^[\da-f-]{36}$/.test(id) ? { day, id } : undefined
  const posts = whose === 'mine' ? postsOf(ctx) : undefined
  const rows = await listWaiting(ctx.db, { ...filter, posts, after })
  return pageOf(ctx, rows, (row) => `${row.rankDay}~${row.id}`)
}

/** The cases of who asks, and what they have not submitted yet. */
export async function myCases(ctx: Ctx, before?: string): Promise<ReplyOf<typeof myCasesEndpoint>> {
  ctx.require('cases.apply')
  const accountId = ctx.actor.accountId ?? ''
  if (accountId === '') return { items: [], drafts: [], next: null }
  const [rows, drafts] = await Promise.all([
    listOwn(ctx.db, { accountId, before, limit: PAGE + 1 }),
    before === undefined ? listDrafts(ctx.db, accountId) : [],
  ])
  const named = drafts.map(async ({ id, itemCode, content, savedAt }) => {
    const { current, versions } = await getItem(ctx, itemCode)
    return { id, code: itemCode, place: content.place, item: (current ?? versions[0])?.item.name ?? itemCode, savedAt }
  })
  return { ...(await pageOf(ctx, rows, ({ number }) => number)), drafts: await Promise.all(named) }
}

async function pageOf<One extends CaseRow>(
  ctx: Ctx,
  rows: readonly One[],
  keyOf: (row: One) => string,
): Promise<{ items: Row[]; next: string | null }> {
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  const bodies = new Map((await bodiesOn(ctx)).map((body) => [body.key, body.short]))
  const items = new Map<string, Item>()
  for (const id of new Set(shown.map(({ itemVersionId }) => itemVersionId))) {
    items.set(id, (await getVersion(ctx.db, id)).item)
  }
  return {
    items: shown.map((row) => ({
      id: row.id,
      number: row.number,
      item: row.itemName,
      itemCode: row.itemCode,
      party: row.party,
      body: bodies.get(row.body) ?? row.body,
      phase: row.phase,
      stage: stageWord(row, items.get(row.itemVersionId)),
      submittedAt: row.submittedAt,
      lastDay: row.lastDay,
      light: lightOn(row, ctx.today),
    })),
    next: rows.length > PAGE && last ? keyOf(last) : null,
  }
}

const phaseWords = {
  submitted: '待受理',
  supplementing: '等申请人补正',
  reviewing: '审查',
  decided: '已作决定',
  ended: '已终结',
} as const satisfies Record<CaseRow['phase'], string>

/** Where a case is, in words: the stage of its procedure while it is reviewed. */
export function stageWord({ phase, stage }: Pick<CaseRow, 'phase' | 'stage'>, item: Item | undefined): string {
  const named = item?.procedure.stages.find(({ key }) => key === stage)?.name
  return phase === 'reviewing' && named !== undefined ? named : phaseWords[phase]
}
