import { bodyNames } from '@guangyue/modules/organisations'
import { civilDay } from '@guangyue/platform/clock'
import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import { type ListColumn, listWorkbook } from '@guangyue/platform/sheets'
import { StepNotPossible, TaskUnknown } from '../errors.ts'
import { type Step, stateLabels } from '../model/steps.ts'
import { listLateParts, listRequests, type RequestRow } from '../store/requests.ts'
import { lockTasks, type Task } from '../store/tasks.ts'
import { reachOf } from './reach.ts'
import { takeStepIn } from './take-step.ts'

const MOST = 500

/** What was asked of the office and, for the office, which parts end after their task without its consent. */
export async function requestsView(ctx: Ctx, { state }: { readonly state: 'waiting' | 'answered' }) {
  ctx.require('ledger.read')
  const rows = await listRequests(ctx.db, { state, reach: reachOf(ctx), limit: MOST })
  const steers = ctx.can('ledger.steer')
  return { items: await presentRequests(ctx, rows), lateParts: steers ? await lateParts(ctx) : [] }
}

async function lateParts(ctx: Ctx) {
  return (await listLateParts(ctx.db, {})).map((part) => ({ ...part, leads: [...part.leads] }))
}

async function presentRequests(ctx: Ctx, rows: readonly RequestRow[]) {
  const bodies = rows.flatMap(({ bodyId }) => bodyId ?? [])
  const names = await bodyNames(ctx.db, bodies, ctx.today)
  return rows.map(({ id, step, at, actorName, bodyId, answer, actorId, aboveBodies, leads, ...row }) => ({
    ...row,
    leads: [...leads],
    key: String(id),
    kind: step === 'propose-part' ? ('part' as const) : ('extension' as const),
    askedAt: at,
    askedBy: actorName,
    askedBody: names.get(bodyId ?? '')?.short ?? null,
    mayAnswer: answer === null && mayAnswer(ctx, { step, actorId, aboveBodies }),
    answer: answer && {
      granted: answer.step === 'approve-part' || answer.step === 'grant-extension',
      at: answer.at,
      by: answer.actorName,
      words: answer.words,
    },
  }))
}

/** The same rule as in `roleIn`, for a list. */
function mayAnswer(ctx: Ctx, { step, actorId, aboveBodies }: Pick<RequestRow, 'step' | 'actorId' | 'aboveBodies'>) {
  const ownPart = step === 'propose-part' && ctx.actor.bodyId !== null && aboveBodies.includes(ctx.actor.bodyId)
  return ctx.can('ledger.steer') && !ownPart && (actorId === null || actorId !== ctx.actor.accountId)
}

interface Answer {
  readonly items: readonly { readonly taskId: string; readonly version: number }[]
  readonly granted: boolean
  readonly words: string
}

/** Answers several requests at once, all or none; each is a step of its task, with the same words. */
export async function answerRequests(ctx: Ctx, { items, granted, words }: Answer): Promise<{ answered: number }> {
  ctx.require('ledger.steer')
  return ctx.transact(async (tx) => {
    const tasks = new Map(
      (
        await lockTasks(
          tx,
          items.map(({ taskId }) => taskId),
        )
      ).map((task) => [task.id, task]),
    )
    for (const { taskId, version } of items) {
      const task = tasks.get(taskId)
      if (!task) throw new TaskUnknown()
      await takeStepIn(ctx, tx, { id: taskId, version, words, step: stepFor(task, granted) })
    }
    return { answered: items.length }
  })
}

function stepFor({ state, extension }: Task, granted: boolean): Step {
  if (state === 'proposed') return granted ? 'approve-part' : 'refuse-part'
  if (extension !== null) return granted ? 'grant-extension' : 'refuse-extension'
  throw new StepNotPossible('再次答复', { name: state, label: `${stateLabels[state]}，申请已经答复` })
}

/** The same list as a spreadsheet. */
export async function exportRequests(ctx: Ctx, filter: { readonly state: 'waiting' | 'answered' }): Promise<Download> {
  const { items } = await requestsView(ctx, filter)
  const dayOf = (at: string) => civilDay(new Date(at), ctx.city.facts.zone)
  const rows = items.map((item) => ({
    ...item,
    askedAt: dayOf(item.askedAt),
    answer: item.answer && { ...item.answer, at: dayOf(item.answer.at) },
  }))
  const title = filter.state === 'waiting' ? '分解与延期待批' : '分解与延期已批'
  return listWorkbook(ctx, { title, rows, columns })
}

type Item = Awaited<ReturnType<typeof requestsView>>['items'][number]

const columns: readonly ListColumn<Item>[] = [
  { head: '事项', width: 8, cell: ({ kind }) => (kind === 'part' ? '分解' : '延期') },
  { head: '任务', width: 44, cell: ({ title }) => title },
  { head: '承担单位', width: 20, cell: ({ leads }) => leads.join('、') },
  { head: '时限', width: 12, cell: ({ due }) => due },
  { head: '上级任务', width: 40, cell: ({ above }) => above?.title ?? null },
  { head: '上级任务时限', width: 14, cell: ({ above }) => above?.due ?? null },
  { head: '申请内容和原因', width: 60, cell: ({ words }) => words },
  { head: '申请单位', width: 20, cell: ({ askedBody }) => askedBody },
  { head: '申请人', width: 12, cell: ({ askedBy }) => askedBy },
  { head: '申请日期', width: 12, cell: ({ askedAt }) => askedAt },
  { head: '答复', width: 12, cell: ({ answer }) => (answer === null ? '待批' : answer.granted ? '批准' : '不批准') },
  { head: '答复意见', width: 40, cell: ({ answer }) => answer?.words ?? null },
  { head: '答复人', width: 12, cell: ({ answer }) => answer?.by ?? null },
  { head: '答复日期', width: 12, cell: ({ answer }) => answer?.at ?? null },
]
