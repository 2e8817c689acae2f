import type { Ctx } from '@guangyue/platform/db'
import { IndicatorUnknown } from '../charges/errors.ts'
import { charges } from '../charges/service.ts'
import { listPostsHeld } from '../charges/store.ts'
import { metricsView } from '../metrics/service.ts'
import { listNewestRanks, listRanked } from '../scores/rank-store.ts'
import { goalOf } from '../scores/ranks.ts'
import { namedGroups } from '../service/board-views.ts'
import { citeOf } from '../service/cite.ts'
import { presentRows } from '../service/task-view.ts'
import { unitNames } from '../service/unit-names.ts'
import { findDocumentsByFolded } from '../store/documents.ts'
import type { Grouping } from '../store/grouping.ts'
import { countGroups, type GroupRow } from '../store/task-groups.ts'
import { type Figures, listTasks, noFigures, type TaskFilter } from '../store/task-list.ts'
import * as store from './store.ts'

const everything: TaskFilter = { as: 'any', state: 'all', reach: null }
const SHOWN = 100
/** Of the whole city fewer: the board and the spreadsheet have them all. */
const SHOWN_OF_ALL = 20

/** Every indicator with who commands it and how it stands. */
export async function indicatorsView(ctx: Ctx) {
  ctx.require('ledger.oversee')
  return { items: await commanded(ctx, await store.listIndicators(ctx.db)) }
}

async function commanded(ctx: Ctx, rows: readonly store.IndicatorRow[]) {
  const [groups, { items: posts, indicators }, { items: metrics }] = await Promise.all([
    countGroups(ctx.db, ctx.today, { ...everything, by: ['indicator'], none: false }),
    charges(ctx),
    metricsView(ctx, {}),
  ])
  const postOf = new Map(indicators.map(({ key, commander }) => [key, commander]))
  const holdersOf = new Map(posts.map(({ post, holders }) => [post, holders.map(({ name }) => name)]))
  const figures = new Map(groups('indicator').map((row) => [row.key, row.figures]))
  const metricsOf = Map.groupBy(metrics, ({ indicator }) => indicator?.key ?? '')
  return rows.map(({ key, name, missing, problems }) => {
    const post = postOf.get(key) ?? null
    const own = metricsOf.get(key) ?? []
    return {
      key,
      name,
      post,
      holders: post === null ? [] : (holdersOf.get(post) ?? []),
      figures: figures.get(key) ?? noFigures,
      missing,
      problems,
      metrics: own.length,
      metricsOff: own.filter(({ targets }) =>
        targets.some(({ outlook }) => outlook === 'missed' || outlook === 'off-course'),
      ).length,
    }
  })
}

/** The commander's page of one indicator. */
export async function indicatorView(ctx: Ctx, key: string) {
  ctx.require('ledger.oversee')
  const row = (await store.listIndicators(ctx.db)).find((one) => one.key === key)
  if (!row) throw new IndicatorUnknown()
  const [own] = await commanded(ctx, [row])
  if (!own) throw new IndicatorUnknown()
  const [[document], late, missing, problems, { items: metricList }] = await Promise.all([
    findDocumentsByFolded(ctx.db, [row.folded]),
    lateTasks(ctx, { indicator: key }),
    store.countMissing(ctx.db, key),
    store.listOpenProblems(ctx.db, key),
    metricsView(ctx, { indicatorKey: key }),
  ])
  const unitOf = await unitNames(ctx, [...missing, ...problems])
  const goal = (await listRanked(ctx.db)).find((one) => one.key === key)?.goal ?? null
  const rank = (await listNewestRanks(ctx.db)).find((one) => one.key === key)
  const headings = new Map(document?.headings.map(({ path, heading }) => [path.join('/'), heading]))
  return {
    ...own,
    goal,
    rank: rank
      ? {
          before: rank.before,
          rank: rank.rank,
          wanted: goalOf(goal, rank.before),
          source: rank.source,
          byName: rank.byName,
          at: rank.at,
        }
      : null,
    chapters: row.chapters.map((chapter) => ({
      key: chapter,
      cite: citeOf(document, chapter.split('/')),
      heading: headings.get(chapter) ?? null,
    })),
    late,
    missingBy: missing.map(({ bodyId, reports, due }) => ({
      unit: unitOf(bodyId),
      reports,
      due,
      late: ctx.today > due,
    })),
    metricList,
    problemList: problems.map(({ bodyId, ...problem }) => ({ ...problem, unit: unitOf(bodyId) })),
  }
}

/** What is late in the whole city: whose, of what, since when and why. */
export async function overview(ctx: Ctx) {
  ctx.require('ledger.oversee')
  const [groups, problems, late] = await Promise.all([
    countGroups(ctx.db, ctx.today, { ...everything, by: ['unit', ...shown], none: false }),
    store.countOpenProblems(ctx.db),
    lateTasks(ctx, { limit: SHOWN_OF_ALL }),
  ])
  const [units, indicators = [], documents = [], counties = [], months = []] = await Promise.all([
    unitFigures(ctx, groups('unit')),
    ...shown.map((by) => namedGroups(ctx, by, groups(by))),
  ])
  return {
    figures: sumOf(groups('document')),
    missing: units.reduce((sum, { missing }) => sum + missing, 0),
    problems,
    units: units.filter(({ late, missing }) => late + missing > 0),
    indicators,
    documents,
    counties,
    months,
    late,
  }
}

const shown = ['indicator', 'document', 'county', 'month'] as const satisfies readonly Grouping[]

/** Of groups of which each task has exactly one. */
function sumOf(groups: readonly GroupRow[]): Figures {
  const lights = Object.keys(noFigures) as (keyof Figures)[]
  const sum = (light: keyof Figures) => groups.reduce((so, { figures }) => so + figures[light], 0)
  return Object.fromEntries(lights.map((light) => [light, sum(light)])) as unknown as Figures
}

/** Late tasks of an indicator or of a leading unit, the longest overdue first, each with what was said about it. */
export async function lateTasks(
  ctx: Ctx,
  {
    indicator,
    bodyId,
    limit = SHOWN,
  }: { readonly indicator?: string; readonly bodyId?: string; readonly limit?: number },
) {
  const filter: TaskFilter = { ...everything, light: 'red', indicator, ...(bodyId && { bodyId, as: 'lead' }) }
  const rows = await listTasks(ctx.db, ctx.today, { ...filter, sort: 'due', limit })
  const why = await store.listWhy(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const unitOf = await unitNames(
    ctx,
    [...why.values()].flatMap(({ report }) => report ?? []),
  )
  return (await presentRows(ctx, rows)).map((row) => {
    const {
      report = null,
      extension = null,
      extendedFrom = null,
      returned = null,
      problem = null,
    } = why.get(row.id) ?? {}
    const said = report && { words: report.words, percent: report.percent, on: report.on }
    return {
      ...row,
      why: {
        report: said && { ...said, unit: unitOf(report?.bodyId ?? '').name },
        extension,
        extendedFrom,
        returned,
        problem,
      },
    }
  })
}

/** What the posts that the actor holds command and answer for. */
export async function ownCharge(ctx: Ctx) {
  ctx.require('ledger.oversee')
  const posts = [...(await listPostsHeld(ctx.db, ctx.actor.accountId))]
  if (posts.length === 0) return { posts, indicators: [], units: [] }
  const [{ items: all }, { items }, groups] = await Promise.all([
    charges(ctx),
    indicatorsView(ctx),
    countGroups(ctx.db, ctx.today, { ...everything, by: ['unit'], none: false }),
  ])
  const units = await unitFigures(ctx, groups('unit'))
  const figuresOf = new Map(units.map((row) => [row.unit.id, row]))
  return {
    posts,
    indicators: items.filter(({ post }) => post !== null && posts.includes(post)),
    units: all
      .filter(({ post }) => posts.includes(post))
      .flatMap(({ bodies }) => bodies)
      .map((unit) => figuresOf.get(unit.id) ?? { unit, all: 0, late: 0, since: null, missing: 0 }),
  }
}

/** What each unit leads, how much of it is late since when, and the reports that it owes; those with the most late first. */
async function unitFigures(ctx: Ctx, groups: readonly GroupRow[]) {
  const missing = await store.countMissing(ctx.db, null)
  const leads = groups.toSorted(mostLate)
  const unitOf = await unitNames(ctx, [...leads.map(({ key }) => ({ bodyId: key })), ...missing])
  const owed = new Map(missing.map(({ bodyId, reports }) => [bodyId, reports]))
  const known = new Set(leads.map(({ key }) => key))
  const rest = missing.filter(({ bodyId }) => !known.has(bodyId))
  return [
    ...leads.map(({ key, figures: { all, red }, since }) => ({
      unit: unitOf(key),
      all,
      late: red,
      since,
      missing: owed.get(key) ?? 0,
    })),
    ...rest.map(({ bodyId, reports }) => ({ unit: unitOf(bodyId), all: 0, late: 0, since: null, missing: reports })),
  ]
}

/** Of equally many the longest overdue. */
function mostLate(a: GroupRow, b: GroupRow): number {
  const since = (row: GroupRow) => row.since ?? '9999'
  return b.figures.red - a.figures.red || since(a).localeCompare(since(b)) || a.key.localeCompare(b.key)
}
