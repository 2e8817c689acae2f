import { bodyNames } from '@guangyue/modules/organisations'
import { civilDay } from '@guangyue/platform/clock'
import type { Ctx } from '@guangyue/platform/db'
import type { PageResult } from '@guangyue/platform/http'
import { latestAccepted } from '../dispatch/public.ts'
import { TaskNotPublished } from '../errors.ts'
import { followedOf } from '../follows/service.ts'
import { publicMetrics } from '../metrics/public.ts'
import { daysLeft, lightOfDate, lightOfTask } from '../model/light.ts'
import type { MilestoneRow, PartyRow } from '../model/task-rows.ts'
import { citeOf } from '../service/cite.ts'
import { isPublic } from '../service/public-task.ts'
import { findDocument, type LedgerDocument } from '../store/documents.ts'
import { findMeasure } from '../store/measures.ts'
import {
  findTask,
  listEvents,
  listMilestones,
  listParties,
  listTargets,
  listTasksOfMeasure,
  type Task,
} from '../store/tasks.ts'
import { publicMetricOf } from './metric.loader.ts'
import { type PublicState, type PublicStep, type PublicTaskView, publicSteps } from './task.view.ts'
import { words } from './words.ts'

/** A task as the public sees it: nothing (404) while its document is not released, else the task, else its progress too. */
export async function loadTask(ctx: Ctx, id: string): Promise<PageResult<PublicTaskView>> {
  const task = await findTask(ctx.db, id)
  const document = task && (await findDocument(ctx.db, task.documentId))
  const measure = task && (await findMeasure(ctx.db, task.measureId))
  if (!document || !measure || !isPublic(task, document)) throw new TaskNotPublished()
  const parties = await listParties(ctx.db, [id])
  const shown = document.release === 'progress'
  const cite = citeOf(document, measure.path)
  const targets = await listTargets(ctx.db, [id])
  return {
    title: task.title,
    crumbs: [
      { href: '/ledger', label: words(ctx.lang, 'ledger') },
      { href: `/ledger?document=${document.id}`, label: document.number ?? document.title },
      { label: measure.path.join('') || measure.title },
    ],
    view: {
      title: task.title,
      cite: { label: cite.label, href: cite.href },
      documentTitle: document.title,
      measureTitle: measure.title,
      leads: parties.filter(({ role }) => role === 'lead').map(({ name }) => name),
      supports: supportsOf(parties),
      supervisor: await supervisorOf(ctx, document),
      dates: (await listMilestones(ctx.db, [id])).map((date) => dateView(ctx, date, shown ? 'progress' : 'tracked')),
      targets: targets.map(({ metric, op, value, unit }) => {
        const text = `${metric} ${signs[op] ?? op} ${value}${unit}`
        return { key: text, text }
      }),
      metrics: shown ? (await publicMetrics(ctx, { taskId: id })).map(publicMetricOf) : [],
      today: ctx.today,
      progress: shown ? await progressOf(ctx, task) : null,
      siblings: await siblingsOf(ctx, task, document),
      follow: {
        href: `/ledger/tasks/${id}/follow`,
        followed: await followedOf(ctx, task),
        signInHref: `/sign-in?next=${encodeURIComponent(`/ledger/tasks/${id}#follow`)}`,
        taskFeed: `/ledger/tasks/${id}/feed.atom`,
        clauseFeed: `/ledger/clauses/${task.measureId}/feed.atom`,
      },
    },
  }
}

const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '＞', '<': '＜', '=': '＝', about: '约' }

function supportsOf(parties: readonly PartyRow[]): PublicTaskView['supports'] {
  const supports = parties.filter(({ role }) => role === 'support')
  const groups = Map.groupBy(supports, ({ name, viaGroup }) => viaGroup ?? name)
  return [...groups].map(([name, of]) => ({ name, members: of[0]?.viaGroup ? of.length : 1 }))
}

async function supervisorOf(ctx: Ctx, document: LedgerDocument): Promise<string | null> {
  if (document.supervisorBodyId === null) return document.supervisorName
  const names = await bodyNames(ctx.db, [document.supervisorBodyId], ctx.today)
  return names.get(document.supervisorBodyId)?.short ?? document.supervisorName
}

function dateView(ctx: Ctx, date: MilestoneRow, shown: 'progress' | 'tracked'): PublicTaskView['dates'][number] {
  const { id, phrase, due, inherited, name, reachedOn } = date
  const progress =
    shown === 'progress'
      ? {
          light: reachedOn === null ? lightOfDate(due, ctx.today) : ('done' as const),
          daysLeft: reachedOn === null ? daysLeft(due, ctx.today) : null,
        }
      : null
  return { key: id, phrase, due, inherited, name, progress }
}

async function progressOf(ctx: Ctx, task: Task): Promise<NonNullable<PublicTaskView['progress']>> {
  const events = await listEvents(ctx.db, task.id)
  const told = events.filter(({ step }) => (publicSteps as readonly string[]).includes(step))
  const names = await bodyNames(
    ctx.db,
    told.flatMap(({ bodyId }) => bodyId ?? []),
    ctx.today,
  )
  return {
    light: lightOfTask(task, ctx.today),
    state: task.state as PublicState,
    daysLeft: daysLeft(task.nextDue, ctx.today),
    originalDue: task.originalDue,
    report: await latestAccepted(ctx, task.id),
    history: told.toReversed().map(({ id, at, step, bodyId }) => ({
      key: String(id),
      day: civilDay(new Date(at), ctx.city.facts.zone),
      step: step as PublicStep,
      unit: names.get(bodyId ?? '')?.short ?? null,
    })),
  }
}

async function siblingsOf(ctx: Ctx, task: Task, document: LedgerDocument): Promise<PublicTaskView['siblings']> {
  const all = await listTasksOfMeasure(ctx.db, task.measureId)
  return all
    .filter((other) => other.id !== task.id && isPublic(other, document))
    .map((other) => ({
      href: `/ledger/tasks/${other.id}`,
      title: other.title,
      light: document.release === 'progress' ? lightOfTask(other, ctx.today) : null,
    }))
}
