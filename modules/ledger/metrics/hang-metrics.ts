import { type Hanging, type HangingCourse, hang, unhang } from '@guangyue/modules/gazette'
import type { Ctx, DomainEvent, Tx } from '@guangyue/platform/db'
import { z } from 'zod'
import { findDocuments } from '../store/documents.ts'
import { metricsOfTasks } from '../store/task-list.ts'
import { present } from './present.ts'
import * as store from './store.ts'
import { targetWords, valueWords } from './words.ts'

/**
 * Says on the clauses' pages what their metrics have come to; the public sees it where the progress of the document is
 * released. A metric that counts no longer, or of a part of a task, is taken off.
 */
export async function hangMetrics(
  ctx: Ctx,
  tx: Tx,
  which: { readonly ids: readonly string[] } | { readonly documentId: string } | { readonly taskId: string },
): Promise<void> {
  const found = await store.listMetrics(tx, { ...which, reach: null })
  const metrics = found.filter(({ documentId, path, ofPart }) => documentId !== null && path.length > 0 && !ofPart)
  const documents = await findDocuments(
    tx,
    metrics.flatMap(({ documentId }) => documentId ?? []),
  )
  const shown = await present(ctx, metrics, tx)
  const hangings = shown.flatMap((metric): Hanging[] => {
    const { cite, newest, unit, targets, undated } = metric
    const document = cite && documents.get(cite.documentId)
    if (!document) return []
    const target = targets.find(({ day }) => day >= ctx.today) ?? targets.at(-1)
    const words = [
      newest === null ? '还没有数值' : `最新 ${valueWords(newest.value, unit)}（截至 ${newest.day}）`,
      ...(target ? [`目标 ${targetWords(target, unit)}（${target.day}）`] : []),
      ...undated.map((one) => `目标 ${targetWords(one, unit)}`),
    ]
    return [
      {
        basis: { document: cite.document, path: cite.path },
        thing: `metric/${metric.id}`,
        kind: 'indicator',
        title: metric.name,
        url: `/ledger/metrics/${metric.id}`,
        state: target?.outlook === 'reached' ? 'done' : 'running',
        due: target?.day ?? null,
        detail: words.join('，'),
        course: courseOf(metric),
        visible: document.release === 'progress' ? 'progress' : 'nothing',
      },
    ]
  })
  if (hangings.length > 0) await hang(ctx, tx, hangings)
  const standing = new Set(shown.map(({ id }) => id))
  const asked = 'ids' in which ? which.ids : 'taskId' in which ? await metricsOfTasks(tx, [which.taskId]) : []
  const gone = asked.filter((id) => !standing.has(id))
  if (gone.length > 0)
    await unhang(
      tx,
      gone.map((id) => `metric/${id}`),
    )
}

/** A chart beside a clause shows this many of the newest values. */
const MOST_POINTS = 36

function courseOf({ unit, points, targets, undated }: Awaited<ReturnType<typeof present>>[number]): HangingCourse {
  const worded = <Target extends { readonly op: store.Op; readonly value: number }>(target: Target) => ({
    value: target.value,
    text: targetWords(target, unit),
  })
  return {
    unit,
    points: points.slice(-MOST_POINTS),
    targets: targets.map((target) => ({ ...worded(target), day: target.day, forecast: target.forecast })),
    undated: undated.map(worded),
  }
}

const released = z.object({ documentId: z.uuid() })

/** What the public sees of a document's metrics follows its release. */
export async function onDocumentReleased(ctx: Ctx, event: DomainEvent): Promise<void> {
  const { documentId } = released.parse(event.payload)
  await ctx.transact((tx) => hangMetrics(ctx, tx, { documentId }))
}

const stepped = z.object({ taskId: z.uuid() })

/** A task that is cancelled, merged or split takes its metrics off the clause. */
export async function onTaskOfMetricStepped(ctx: Ctx, event: DomainEvent): Promise<void> {
  const { taskId } = stepped.parse(event.payload)
  await ctx.transact((tx) => hangMetrics(ctx, tx, { taskId }))
}
