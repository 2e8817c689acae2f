import type { Ctx, Db, DomainEvent } from '@guangyue/platform/db'
import { z } from 'zod'
import { tell } from './messages.ts'
import { type Step, stepNames, steps } from './model/steps.ts'
import { officeBodies } from './service/bodies.ts'
import { findDocument } from './store/documents.ts'
import { findAsker } from './store/requests.ts'
import { findTask, listEvents, listParties, type Task } from './store/tasks.ts'
import { countDueByLead, listAssigned } from './store/telling.ts'

const assigned = z.object({ taskIds: z.array(z.uuid()) })
const proposed = z.object({ taskId: z.uuid(), taskIds: z.array(z.uuid()) })
const stepped = z.object({ taskId: z.uuid(), step: z.enum(stepNames) })

/** Units are told once a day for each document of which they got tasks. */
export async function onTasksAssigned(ctx: Ctx, event: DomainEvent): Promise<void> {
  const { taskIds } = assigned.parse(event.payload)
  for (const { documentId, number, title, bodyIds } of await listAssigned(ctx.db, taskIds)) {
    await ctx.transact((tx) =>
      tell(ctx, tx, {
        template: 'tasks-assigned',
        params: { document: number ?? title, title },
        href: `/desk/ledger?document=${documentId}`,
        onceKey: `assigned/${documentId}/${ctx.today}`,
        bodyIds,
      }),
    )
  }
}

/** The office is told once of all that one breaking down asks of it. */
export async function onPartsProposed(ctx: Ctx, event: DomainEvent & { readonly id: string }): Promise<void> {
  const { taskId, taskIds } = proposed.parse(event.payload)
  const task = await findTask(ctx.db, taskId)
  if (!task) return
  const [lead] = await listParties(ctx.db, [taskId])
  await ctx.transact((tx) =>
    tell(ctx, tx, {
      template: 'parts-proposed',
      params: { title: task.title, unit: lead?.name ?? '', count: taskIds.length },
      href: '/desk/ledger/requests',
      onceKey: `proposed/${event.id}`,
      role: 'supervision',
    }),
  )
}

const answers = ['approve-part', 'refuse-part', 'grant-extension', 'refuse-extension']

/** Whoever asked for a part or an extension is told the answer, with their unit. */
async function tellAnswer(ctx: Ctx, task: Task, { step, eventId }: { readonly step: Step; readonly eventId: string }) {
  const asking = step === 'approve-part' || step === 'refuse-part' ? task.parentId : task.id
  const leads = (await listParties(ctx.db, [asking ?? task.id])).filter(({ role }) => role === 'lead')
  const asker = await findAsker(ctx.db, task.id)
  const answer = (await listEvents(ctx.db, task.id)).findLast((event) => event.step === step)
  await ctx.transact((tx) =>
    tell(ctx, tx, {
      template: 'request-answered',
      params: {
        answer: steps[step].label,
        title: task.title,
        who: answer?.actorName ?? '',
        words: answer?.words ?? '同意',
      },
      href: `/desk/ledger/tasks/${task.id}`,
      onceKey: `step/${eventId}`,
      accountIds: asker === null ? [] : [asker],
      bodyIds: leads.flatMap(({ bodyId }) => bodyId ?? []),
    }),
  )
}

/**
 * Whoever has to act next on a task is told: leads of a return, verifiers of a report, the office of an extension; and
 * whoever asked of the answer.
 */
export async function onTaskStepped(ctx: Ctx, event: DomainEvent & { readonly id: string }): Promise<void> {
  const { taskId, step } = stepped.parse(event.payload)
  const task = await findTask(ctx.db, taskId)
  if (!task) return
  if (answers.includes(step)) return tellAnswer(ctx, task, { step, eventId: event.id })
  const leads = (await listParties(ctx.db, [taskId])).filter(({ role }) => role === 'lead')
  const said = { href: `/desk/ledger/tasks/${taskId}`, onceKey: `step/${event.id}` }
  const unit = leads[0]?.name ?? ''
  await ctx.transact(async (tx) => {
    if (step === 'return') {
      const params = { title: task.title, reason: (await lastWords(tx, taskId, step)) ?? '' }
      const bodyIds = leads.flatMap(({ bodyId }) => bodyId ?? [])
      await tell(ctx, tx, { ...said, template: 'task-returned', params, bodyIds })
    } else if (step === 'report') {
      const params = { title: task.title, unit }
      await tell(ctx, tx, {
        ...said,
        template: 'task-verify',
        params,
        role: (await isLedByOffice(tx, leads)) ? 'leader' : 'supervision',
        bodyIds: await verifiers(tx, task),
      })
    } else if (step === 'ask-extension' && task.extension) {
      const reason = (await lastWords(tx, taskId, step)) ?? ''
      const params = { title: task.title, unit, due: task.extension.due ?? '', reason }
      await tell(ctx, tx, { ...said, template: 'extension-asked', params, role: 'supervision' })
    }
  })
}

/** Each morning the leading bodies are told how many of their tasks are late or nearly so. */
export async function remindOfDue(ctx: Ctx): Promise<void> {
  for (const { bodyId, over, near } of await countDueByLead(ctx.db, ctx.today)) {
    await ctx.transact((tx) =>
      tell(ctx, tx, {
        template: 'tasks-due',
        params: { over, near, today: ctx.today },
        href: `/desk/ledger?body=${bodyId}`,
        onceKey: `due/${ctx.today}`,
        bodyIds: [bodyId],
      }),
    )
  }
}

async function verifiers(db: Db, task: Task): Promise<readonly string[]> {
  const document = await findDocument(db, task.documentId)
  return document?.supervisorBodyId ? [document.supervisorBodyId] : []
}

/** Whom the office cannot verify: it leads itself. */
async function isLedByOffice(db: Db, leads: readonly { readonly bodyId: string | null }[]): Promise<boolean> {
  const office = await officeBodies(db)
  return leads.some(({ bodyId }) => bodyId !== null && office.includes(bodyId))
}

async function lastWords(db: Db, taskId: string, step: string): Promise<string | null> {
  const events = await listEvents(db, taskId)
  return events.filter((event) => event.step === step).at(-1)?.words ?? null
}
