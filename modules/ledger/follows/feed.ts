import type { Ctx } from '@guangyue/platform/db'
import { latestAccepted } from '../dispatch/public.ts'
import { TaskNotPublished } from '../errors.ts'
import { eventLabels } from '../model/steps.ts'
import { publicSteps } from '../pages/task.view.ts'
import { citeOf } from '../service/cite.ts'
import { isPublic } from '../service/public-task.ts'
import { findDocument } from '../store/documents.ts'
import { findMeasure } from '../store/measures.ts'
import { findTask, listEvents, listTasksOfMeasure, type Task } from '../store/tasks.ts'

interface Entry {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly at: string
  readonly href: string
}

/** The published changes of a task as Atom (RFC 4287), newest first; 404 while nothing of it is published. */
export async function taskFeed(ctx: Ctx, id: string): Promise<string> {
  const task = await findTask(ctx.db, id)
  if (!task) throw new TaskNotPublished()
  return feedOf(ctx, { name: task.title, self: `/ledger/tasks/${id}`, tasks: [task] })
}

/** The same of all tasks of a clause. */
export async function clauseFeed(ctx: Ctx, measureId: string): Promise<string> {
  const measure = await findMeasure(ctx.db, measureId)
  if (!measure) throw new TaskNotPublished()
  const document = await findDocument(ctx.db, measure.documentId)
  const tasks = await listTasksOfMeasure(ctx.db, measureId)
  const { label } = citeOf(document, measure.path)
  return feedOf(ctx, { name: `${label} ${measure.title}`, self: `/ledger/clauses/${measureId}`, tasks })
}

const MOST = 50

async function feedOf(
  ctx: Ctx,
  { name, self, tasks }: { readonly name: string; readonly self: string; readonly tasks: readonly Task[] },
): Promise<string> {
  const all = await Promise.all(tasks.map((task) => entriesOf(ctx, task)))
  if (all.every((entries) => entries === null)) throw new TaskNotPublished()
  const entries = all
    .flatMap((some) => some ?? [])
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, MOST)
  const base = ctx.city.outlets.publicUrl ?? ''
  const mark = ctx.city.demonstration ? '【演示数据】' : ''
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>${xmlText(`urn:guangyue:${ctx.city.key}:${self}`)}</id>`,
    `<title>${xmlText(`${mark}${name}`)}</title>`,
    `<author><name>${xmlText(ctx.city.facts.governmentName)}</name></author>`,
    `<updated>${entries[0]?.at ?? ctx.now}</updated>`,
    `<link rel="self" href="${xmlText(`${base}${self}/feed.atom`)}"/>`,
    ...entries.map((entry) => entryXml(entry, { base, city: ctx.city.key })),
    '</feed>',
  ]
  return lines.join('\n')
}

/** Null for a task of which nothing is published; corrections are told without their words, as on the page. */
async function entriesOf(ctx: Ctx, task: Task): Promise<readonly Entry[] | null> {
  const document = await findDocument(ctx.db, task.documentId)
  if (!document || !isPublic(task, document)) return null
  const steps: readonly string[] =
    document.release === 'progress' ? [...publicSteps, 'edit', 'sheet-return'] : ['confirm', 'edit', 'sheet-return']
  const href = `/ledger/tasks/${task.id}`
  const told = (await listEvents(ctx.db, task.id)).filter(({ step }) => steps.includes(step))
  const events = told.map(({ id, at, step }) => ({
    id: `event:${id}`,
    title: `${eventLabels[step] ?? step}：${task.title}`,
    text: eventLabels[step] ?? step,
    at: new Date(at).toISOString(),
    href,
  }))
  const report = document.release === 'progress' ? await latestAccepted(ctx, task.id) : null
  if (report === null) return events
  const at = `${report.on ?? report.month}T00:00:00.000Z`
  const title = `${report.month.slice(0, 7)} 进展：${task.title}`
  return [...events, { id: `report:${task.id}:${report.month}`, title, text: report.text, at, href }]
}

function entryXml({ id, title, text, at, href }: Entry, { base, city }: { base: string; city: string }): string {
  return [
    '<entry>',
    `<id>${xmlText(`urn:guangyue:${city}:${id}`)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<updated>${at}</updated>`,
    `<link href="${xmlText(`${base}${href}`)}"/>`,
    `<content type="text">${xmlText(text)}</content>`,
    '</entry>',
  ].join('\n')
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML; signs that XML 1.0 forbids are left out. */
function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? '')
}
