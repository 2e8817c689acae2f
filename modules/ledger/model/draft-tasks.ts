import type { AssignmentRead, Mark, Span } from '@guangyue/kernel/gazette-text'
import { goalOf } from './goals.ts'
import type { DraftDate, DraftTarget, Reading, TaskProposal } from './ledger.ts'
import { sentencesOf } from './sentences.ts'
import { taskTitle } from './task-title.ts'

/**
 * The tasks that a clause asks for, the same for the same reading. A clause with several assignments is cut where each
 * one is printed; in each part a sentence with its own date or target is one task, and the sentences without are
 * together one general task without date. Facts without text are one task: what belongs to which sentence is not known.
 */
export function draftTasks(reading: Reading): readonly TaskProposal[] {
  const { text } = reading
  const sections = text === null ? [] : sectionsOf(text, reading)
  const tasks = text === null ? [] : sections.flatMap((section) => tasksOfSection(text, section, reading))
  const [first] = tasks
  if (first === undefined) return [wholeTask(reading)]
  const placed = withUnplaced(tasks, reading)
  return placed.length === 1 ? [{ ...first, ...placed[0], title: reading.title, span: null }] : placed
}

interface Section extends Span {
  readonly leads: readonly string[]
  readonly supports: readonly string[]
  /** Where its assignment is printed; no part of what is to be done. */
  readonly label: Span | null
}

/** The clause as one task for all that are named in it. */
function wholeTask(reading: Reading): TaskProposal {
  return {
    title: reading.title,
    span: null,
    ...partiesOf(reading, reading.assignments),
    dates: reading.deadlines.map((date, index) => ({ ...date, index })),
    targets: reading.targets.flatMap((_, index) => targetAt(reading, index)),
  }
}

/** Who is named; where no lead is printed but a rule of the document names one, that one is proposed. */
function partiesOf(
  { leadByRule }: Reading,
  assignments: readonly AssignmentRead[],
): { leads: readonly string[]; supports: readonly string[] } {
  const printed = [...new Set(assignments.flatMap((assignment) => assignment.leads))]
  const leads = printed.length === 0 && leadByRule !== null ? [leadByRule] : printed
  const supports = new Set(assignments.flatMap((assignment) => assignment.supports))
  return { leads, supports: [...supports.difference(new Set(leads))] }
}

/** One section an assignment, from the end of the one before; the whole text when there is one, or they cannot be found. */
function sectionsOf(text: string, reading: Reading): readonly Section[] {
  const { assignments, marks } = reading
  const labels = labelsOf(text, assignments, marks)
  const inOrder = labels.every((label, at) => label !== null && label.start >= (labels[at - 1]?.end ?? 0))
  if (assignments.length < 2 || !inOrder) {
    return [{ start: 0, end: text.length, ...partiesOf(reading, assignments), label: labels[0] ?? null }]
  }
  return assignments.map((assignment, at) => ({
    start: labels[at - 1]?.end ?? 0,
    end: at === assignments.length - 1 ? text.length : (labels[at]?.end ?? text.length),
    ...partiesOf(reading, [assignment]),
    label: labels[at] ?? null,
  }))
}

/** Where each assignment is printed, its brackets included; null when none of its names is marked. */
function labelsOf(
  text: string,
  assignments: readonly AssignmentRead[],
  marks: readonly Mark[],
): readonly (Span | null)[] {
  const at = { lead: 0, support: 0 }
  return assignments.map((assignment) => {
    const own = (['lead', 'support'] as const).flatMap((kind) => {
      const from = at[kind]
      at[kind] += assignment[`${kind}s`].length
      return marks.filter((mark) => mark.kind === kind && mark.index >= from && mark.index < at[kind])
    })
    if (own.length === 0) return null
    const start = Math.min(...own.map(({ span }) => span.start))
    const end = Math.max(...own.map(({ span }) => span.end))
    return inBrackets(text, { start, end })
  })
}

/** The span with the brackets around it; as it is when it stands in none. */
function inBrackets(text: string, { start, end }: Span): Span {
  const open = Math.max(...['（', '(', '〔', '['].map((bracket) => text.lastIndexOf(bracket, start - 1)))
  const closes = ['）', ')', '〕', ']'].map((bracket) => text.indexOf(bracket, end)).filter((at) => at >= 0)
  const close = Math.min(...closes)
  const outside = open < 0 || closes.length === 0 || /[。；\n]/.test(text.slice(end, close))
  return outside ? { start, end } : { start: open, end: close + 1 }
}

function tasksOfSection(text: string, section: Section, reading: Reading): readonly TaskProposal[] {
  const { leads, supports } = section
  const sentences = sentencesOf(text, section)
  const tasks: TaskProposal[] = []
  const rest: Span[] = []
  for (const sentence of sentences) {
    const dates = placedIn(reading.marks, 'deadline', sentence).flatMap((index) => dateAt(reading, index))
    const targets = placedIn(reading.marks, 'target', sentence).flatMap((index) => targetAt(reading, index))
    const own = targets.length > 0 || dates.some(isOwn)
    if (own) tasks.push({ title: ownTitle(sentence, dates, reading), span: sentence, leads, supports, dates, targets })
    else if (isWork(text, sentence, { reading, label: section.label })) rest.push(sentence)
  }
  if (rest.length > 0 || tasks.length === 0) {
    const dates = rest.flatMap((span) => placedIn(reading.marks, 'deadline', span)).flatMap((at) => dateAt(reading, at))
    const title = generalTitle(rest, reading)
    tasks.push({ title, span: spanOf(rest), leads, supports, dates, targets: [] })
  }
  return tasks.length === 1 ? tasks : tasks.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
}

/** After its sentence; after the clause where the sentence says nothing, and both where it says too little alone. */
function ownTitle(sentence: Span, dates: readonly DraftDate[], { text, title }: Reading): string {
  const own = taskTitle(text ?? '', sentence, dates)
  if (own === '') return title
  return own.length < SHORT && !own.includes(title) ? `${title}：${own}` : own
}

const SHORT = 6

/** The general task of a clause is called as the clause; after its first sentence where that name says nothing of it. */
function generalTitle(rest: readonly Span[], reading: Reading): string {
  const [first] = rest
  if (!first || (reading.assignments.length < 2 && !isLabel(reading.title))) return reading.title
  return ownTitle(first, [], reading)
}

/** 目标任务, 总体要求: the kind of a clause, not its matter. */
function isLabel(title: string): boolean {
  return /^(?:总体|主要|重点|工作|发展|具体|基本|目标|任务|年度)?(?:目标|任务|要求|思路|原则|内容|措施|安排)+$/.test(
    title,
  )
}

function spanOf(sentences: readonly Span[]): Span | null {
  const [first] = sentences
  const last = sentences.at(-1)
  return first && last ? { start: first.start, end: last.end } : null
}

/** Vague words and terms without a day (及时, 3个工作日内) give no task a date of its own. */
function isOwn({ kind }: DraftDate): boolean {
  return kind === 'by' || kind === 'during' || kind === 'from' || kind === 'recurring' || kind === 'due-year-unknown'
}

/** Not the heading again, not the assignment, and more than a few signs. */
function isWork(text: string, sentence: Span, from: { reading: Reading; label: Span | null }): boolean {
  const { label, reading } = from
  if (label && sentence.start >= label.start && sentence.end <= label.end) return false
  const cut = label && label.start > sentence.start && label.start < sentence.end ? label.start : sentence.end
  const words = text.slice(sentence.start, cut).replace(/[\s。；：，、]/g, '')
  return words.length >= 6 && words !== reading.title.replace(/[\s。；：，、]/g, '')
}

function placedIn(marks: readonly Mark[], kind: Mark['kind'], { start, end }: Span): readonly number[] {
  return marks
    .filter((mark) => mark.kind === kind && mark.span.start >= start && mark.span.start < end)
    .map((mark) => mark.index)
}

function dateAt({ deadlines }: Reading, index: number): readonly DraftDate[] {
  const date = deadlines[index]
  return date ? [{ ...date, index }] : []
}

/** A figure that only says which things are meant is nothing to reach. */
function targetAt(reading: Reading, index: number): readonly DraftTarget[] {
  const target = reading.targets[index]
  if (!target || goalOf(target, reading) === null) return []
  const { phrase, metric, op, value, unit } = target
  return [{ phrase, metric, op, value, unit, index }]
}

/** What was read but not marked in the text is kept with the first task. */
function withUnplaced(tasks: readonly TaskProposal[], reading: Reading): readonly TaskProposal[] {
  const dated = new Set(tasks.flatMap((task) => task.dates.map(({ index }) => index)))
  const aimed = new Set(tasks.flatMap((task) => task.targets.map(({ index }) => index)))
  const dates = reading.deadlines.flatMap((date, index) => (dated.has(index) ? [] : [{ ...date, index }]))
  const targets = reading.targets.flatMap((_, index) => (aimed.has(index) ? [] : targetAt(reading, index)))
  return tasks.map((task, at) =>
    at === 0 ? { ...task, dates: [...task.dates, ...dates], targets: [...task.targets, ...targets] } : task,
  )
}
