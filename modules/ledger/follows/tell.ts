import { monthOfYearInWords } from '@guangyue/kernel/calendar'
import { actorOfAccount } from '@guangyue/modules/identity'
import { type Ctx, contextFor, type DomainEvent } from '@guangyue/platform/db'
import { z } from 'zod'
import { findPeriod, findReport } from '../dispatch/store.ts'
import { ledgerGrants } from '../grants.ts'
import { tell } from '../messages.ts'
import { eventLabels } from '../model/steps.ts'
import { publicSteps } from '../pages/task.view.ts'
import { wasPublic } from '../service/public-task.ts'
import { findDocument } from '../store/documents.ts'
import { findTask } from '../store/tasks.ts'
import { type Seen, seeTask } from './seeing.ts'
import { listFollowers, listFollowersOfDocument } from './store.ts'

type Happened = DomainEvent & { readonly id: string }

const by = z.uuid().nullable()
const changed = z.object({ taskId: z.uuid(), step: z.string(), by })
const answered = z.object({ reportId: z.uuid(), answer: z.enum(['accept', 'return']), by })
const released = z.object({ documentId: z.uuid(), release: z.enum(['nothing', 'tracked', 'progress']), by })

/** Followers of a task or its clause are told of a step or a correction, as far as they may see it. */
export async function tellFollowersOfTask(ctx: Ctx, event: Happened): Promise<void> {
  const { taskId, step, by } = changed.parse(event.payload)
  const edited = step === 'edit' || step === 'sheet-return'
  const shown = edited || step === 'reach-milestone' || (publicSteps as readonly string[]).includes(step)
  const what = edited ? '责任单位、时限或目标有更正' : (eventLabels[step] ?? step)
  await tellOf(ctx, { taskId, by, what, key: event.id, tracked: edited, progress: shown })
}

/** They are told of a report that the office accepted; the public only of the lead's. */
export async function tellFollowersOfReport(ctx: Ctx, event: Happened): Promise<void> {
  const { reportId, answer, by } = answered.parse(event.payload)
  const report = await findReport(ctx.db, reportId)
  const period = report && (await findPeriod(ctx.db, report.periodId))
  if (!period || answer !== 'accept') return
  const what = `${monthOfYearInWords(period.month)}的进展报告已采纳`
  await tellOf(ctx, {
    taskId: report.taskId,
    by,
    what,
    key: event.id,
    tracked: false,
    progress: report.role === 'lead',
  })
}

interface Change {
  readonly taskId: string
  readonly by: string | null
  readonly what: string
  /** One message a change and person. */
  readonly key: string
  /** Whether the public sees this where only the tasks, or where their progress is published. */
  readonly tracked: boolean
  readonly progress: boolean
}

async function tellOf(ctx: Ctx, { taskId, by, what, key, ...shown }: Change): Promise<void> {
  const task = await findTask(ctx.db, taskId)
  if (!task) return
  const followers = await listFollowers(ctx.db, { taskId, measureId: task.measureId, by })
  const told = { desk: [] as string[], public: [] as string[], ended: [] as string[] }
  for (const accountId of followers) {
    const seen = await seenBy(ctx, accountId, taskId)
    const seeing = seen?.seeing ?? null
    if (seeing === 'desk') told.desk.push(accountId)
    else if (seeing !== null && shown[seeing]) told.public.push(accountId)
    else if (seen && wasPublic(seen.task, seen.document)) told.ended.push(accountId)
  }
  const message = { template: 'followed-changed', params: { title: task.title, what, day: ctx.today } } as const
  // Whoever was told of this step already, because it concerns them, is not told again.
  const onceKey = `step/${key}`
  await ctx.transact(async (tx) => {
    await tell(ctx, tx, { ...message, onceKey, href: `/desk/ledger/tasks/${taskId}`, accountIds: told.desk })
    await tell(ctx, tx, { ...message, onceKey, href: `/ledger/tasks/${taskId}`, accountIds: told.public })
    // The page of a task that was cancelled, merged or split is gone; what one follows still says so.
    await tell(ctx, tx, { ...message, onceKey, href: '/desk/follows', accountIds: told.ended })
  })
}

const releases = { nothing: '不公开', tracked: '公开任务', progress: '公开任务和进展' } as const

/** Followers of anything in a document are told once that more or less of it is published. */
export async function tellFollowersOfRelease(ctx: Ctx, event: Happened): Promise<void> {
  const { documentId, release, by } = released.parse(event.payload)
  const document = await findDocument(ctx.db, documentId)
  if (!document) return
  for (const { accountId, taskId } of await listFollowersOfDocument(ctx.db, { documentId, by })) {
    const seeing = (await seenBy(ctx, accountId, taskId))?.seeing ?? null
    if (seeing === null) continue
    await ctx.transact((tx) =>
      tell(ctx, tx, {
        template: 'followed-released',
        params: { document: document.number ?? document.title, title: document.title, release: releases[release] },
        href: seeing === 'desk' ? `/desk/ledger/tasks/${taskId}` : `/ledger/tasks/${taskId}`,
        onceKey: `follow/${event.id}`,
        accountIds: [accountId],
      }),
    )
  }
}

/** How an account that can still sign in sees a task now. */
async function seenBy(ctx: Ctx, accountId: string, taskId: string): Promise<Seen | undefined> {
  const actor = await actorOfAccount(ctx.db, accountId)
  return actor && seeTask(contextFor({ city: ctx.city, actor, grants: ledgerGrants }), taskId)
}
