import {
  addDays,
  firstOfMonth,
  lastOfMonth,
  monthInWords,
  type PlainDate,
  plainDate,
  weekdayOf,
} from '@guangyue/kernel/calendar'
import { bodyNames, nationalCalendar } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import { findDocuments, listIndicatorNames } from '../store/documents.ts'
import type { Grouping } from '../store/grouping.ts'
import { countGroups, countUndated, type GroupRow, listTops } from '../store/task-groups.ts'
import { countLights, listTasks, type TaskFilter } from '../store/task-list.ts'
import { citeOf } from './cite.ts'
import { reachOf } from './reach.ts'
import { presentRows } from './task-view.ts'

type Asked = Omit<TaskFilter, 'reach'>

/** So many tasks of a column are shown; the table has them all. */
const OF_COLUMN = 20
const OF_DAY = 4

/** The tasks of a filter that the actor may see, in groups with their names and figures by light. */
export async function groupsOfTasks(ctx: Ctx, { by, ...asked }: Asked & { readonly by: Grouping }) {
  ctx.require('ledger.read')
  const groups = await countGroups(ctx.db, ctx.today, { ...asked, by: [by], reach: reachOf(ctx) })
  return { items: await namedGroups(ctx, by, groups(by)) }
}

/** Groups with their names, in the order in which they are shown. */
export async function namedGroups(ctx: Ctx, by: Grouping, rows: readonly GroupRow[]) {
  const nameOf = await namesOf(
    ctx,
    by,
    rows.map(({ key }) => key).filter((key) => key !== ''),
  )
  const items = rows.map(({ key, figures }) => ({ key, name: nameOf(key) ?? without[by], figures }))
  return by === 'month' ? items.toSorted(byKey) : items.toSorted(byTrouble[by] ?? emptyLast)
}

type Item = { readonly key: string; readonly figures: { readonly red: number; readonly all: number } }

/** Months in their order, what has no day at the end. */
function byKey(a: Item, b: Item): number {
  return (a.key || '9999').localeCompare(b.key || '9999')
}

/** The group of those that belong to none stands at the end; the others stay in the order of the text. */
function emptyLast(a: Item, b: Item): number {
  return Number(a.key === '') - Number(b.key === '')
}

/** Units with the most late first. */
function mostLate(a: Item, b: Item): number {
  return emptyLast(a, b) || b.figures.red - a.figures.red || b.figures.all - a.figures.all
}

const byTrouble: Partial<Record<Grouping, (a: Item, b: Item) => number>> = { unit: mostLate, county: mostLate }

const without = {
  document: '没有文件',
  chapter: '没有章节',
  unit: '未定牵头单位',
  county: '不涉及县（市、区）',
  indicator: '未列入指标',
  month: '未定时限',
} as const satisfies Record<Grouping, string>

async function namesOf(ctx: Ctx, by: Grouping, keys: readonly string[]): Promise<(key: string) => string | undefined> {
  if (by === 'unit' || by === 'county') {
    const names = await bodyNames(ctx.db, keys, ctx.today)
    return (key) => names.get(key)?.short
  }
  if (by === 'indicator') {
    const names = await listIndicatorNames(ctx.db)
    return (key) => names.get(key)
  }
  if (by === 'month') return (key) => (key === '' ? undefined : `${monthInWords(key)}到期`)
  const documents = await findDocuments(
    ctx.db,
    keys.map((key) => key.slice(0, 36)),
  )
  if (by === 'document') {
    return (key) => {
      const document = documents.get(key)
      return document && `${document.number ?? ''} ${document.title}`.trim()
    }
  }
  return (key) => {
    if (key === '') return undefined
    const document = documents.get(key.slice(0, 36))
    const path = key.slice(37).split('/')
    const heading = document?.headings.find((one) => one.path.join('/') === path.join('/'))?.heading
    return `${citeOf(document, path).label} ${heading ?? ''}`.trim()
  }
}

/** The tasks of a filter in columns by light or by state, each with its whole number and those due first. */
export async function columnsOfTasks(ctx: Ctx, { columns, ...asked }: Asked & { readonly columns: 'light' | 'state' }) {
  ctx.require('ledger.read')
  const filter = { ...asked, reach: reachOf(ctx) }
  const [tops, figures] = await Promise.all([
    listTops(ctx.db, ctx.today, { ...filter, column: columns, each: OF_COLUMN }),
    countLights(ctx.db, ctx.today, filter),
  ])
  return { figures, columns: await inColumns(ctx, tops, asked.state) }
}

/** A month of the tasks of a filter: what falls due on each day, and whether the city works on it. */
export async function monthOfTasks(ctx: Ctx, { month, ...asked }: Asked & { readonly month: string }) {
  ctx.require('ledger.read')
  const filter = { ...asked, reach: reachOf(ctx) }
  const days = weeksOf(plainDate(`${month}-01`))
  const within = { dueFrom: later(filter.dueFrom, days[0]), dueTo: earlier(filter.dueTo, days.at(-1)) }
  const [tops, figures, undated, national] = await Promise.all([
    listTops(ctx.db, ctx.today, { ...filter, ...within, column: 'day', each: OF_DAY }),
    countLights(ctx.db, ctx.today, filter),
    countUndated(ctx.db, ctx.today, filter),
    nationalCalendar(),
  ])
  const calendar = national.asKnownOn(ctx.today)
  const due = new Map((await inColumns(ctx, tops, asked.state)).map(({ key, ...column }) => [key, column]))
  return {
    figures,
    undated,
    days: days.map((day) => {
      const { works, kind } = calendar.explain(day)
      return { day, works, kind, ...(due.get(day) ?? { total: 0, items: [] }) }
    }),
  }
}

/** Whole weeks from Monday that hold the month. */
function weeksOf(first: PlainDate): readonly PlainDate[] {
  const start = addDays(first, 1 - weekdayOf(first))
  const last = lastOfMonth(firstOfMonth(first))
  const days: PlainDate[] = []
  for (let day = start; day <= last || days.length % 7 !== 0; day = addDays(day, 1)) days.push(day)
  return days
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a
}

async function inColumns(ctx: Ctx, tops: Awaited<ReturnType<typeof listTops>>, state: TaskFilter['state']) {
  const ids = tops.map(({ id }) => id)
  const found =
    ids.length === 0 ? [] : await listTasks(ctx.db, ctx.today, { ...everything, state, ids, limit: ids.length })
  const columnOf = new Map(tops.map(({ id, column }) => [id, column]))
  const totals = new Map(tops.map(({ column, total }) => [column, total]))
  const items = Map.groupBy(await presentRows(ctx, found), ({ id }) => columnOf.get(id) ?? '')
  return [...totals].map(([key, total]) => ({ key, total, items: items.get(key) ?? [] }))
}

const everything = { as: 'any', reach: null, sort: 'due' } as const
