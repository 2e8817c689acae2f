import type { MarkKind } from '@guangyue/platform/ui'
import type { Measure, Span } from '../shapes.ts'
import type { EditTask } from '../task-edit.ts'

type ReadKind = Measure['marks'][number]['kind']

export const looks = { lead: 'lead', support: 'supp', deadline: 'dead', target: 'goal' } as const satisfies Record<
  ReadKind,
  MarkKind
>

/** A mark as it is drawn. */
export interface ShownMark extends Span {
  readonly kind: ReadKind
  /** ①, for deadlines when there are several. */
  readonly number: string
  /** Belongs to the task being worked on. */
  readonly current: boolean
}

export interface Words {
  readonly at: number
  readonly text: string
}

export interface Marked {
  readonly mark: ShownMark
  readonly pieces: readonly Piece[]
}

export type Piece = Words | Marked

/** ① to ⑳, then (21). */
export function circled(number: number): string {
  return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : `(${number})`
}

interface Drawn {
  readonly text: string
  readonly marks: Measure['marks']
  readonly tasks: readonly EditTask[]
  readonly current: EditTask | null
}

/** The marks to draw: neighbouring names of one kind as one, deadlines numbered, and what people added themselves. */
export function shownMarks({ text, marks, tasks, current }: Drawn): readonly ShownMark[] {
  const several = marks.filter(({ kind }) => kind === 'deadline').length > 1
  const own = {
    deadline: new Set(current?.dates.map(({ from }) => from?.index ?? null)),
    target: new Set(current?.targets.map(({ index }) => index)),
  }
  const read = marks.map(({ kind, index, span }) => ({
    ...span,
    kind,
    number: kind === 'deadline' && several ? circled(index + 1) : '',
    current: (kind === 'deadline' || kind === 'target') && own[kind].has(index),
  }))
  return joined(text, [...read, ...addedMarks(text, read, tasks)].toSorted(byPlace))
}

/** What a person took from the text: a name, a date or a target that no mark of the reading covers. */
function addedMarks(text: string, read: readonly ShownMark[], tasks: readonly EditTask[]): readonly ShownMark[] {
  const wanted = tasks.flatMap((task) => [
    ...task.leads.map((name) => ({ kind: 'lead' as const, words: name })),
    ...task.supports.map((name) => ({ kind: 'support' as const, words: name })),
    ...task.dates.flatMap(({ typed, from }) =>
      from && from.index !== null ? [] : [{ kind: 'deadline' as const, words: from?.phrase ?? typed }],
    ),
    ...task.targets.flatMap(({ phrase, index }) =>
      index === null ? [{ kind: 'target' as const, words: phrase }] : [],
    ),
  ])
  const seen = new Set<string>()
  return wanted.flatMap(({ kind, words }) => {
    const start = words.length < 2 ? -1 : text.indexOf(words)
    const end = start + words.length
    const known = read.some((mark) => mark.start < end && mark.end > start && sameFamily(mark.kind, kind))
    if (start < 0 || known || seen.has(`${kind} ${words}`)) return []
    seen.add(`${kind} ${words}`)
    return [{ kind, start, end, number: '', current: false }]
  })
}

function sameFamily(a: ReadKind, b: ReadKind): boolean {
  return a === b || (isParty(a) && isParty(b))
}

function isParty(kind: ReadKind): boolean {
  return kind === 'lead' || kind === 'support'
}

/** 市行政审批局、市税务局 is one stretch. */
function joined(text: string, marks: readonly ShownMark[]): readonly ShownMark[] {
  const result: ShownMark[] = []
  for (const mark of marks) {
    const last = result.at(-1)
    const between = last ? text.slice(last.end, mark.start) : ''
    const joins = last && isParty(mark.kind) && last.kind === mark.kind && /^[、，,和及与]?$/.test(between)
    if (joins && last.end <= mark.start) result[result.length - 1] = { ...last, end: mark.end }
    else result.push(mark)
  }
  return result
}

/** A text in pieces, marks inside marks; a mark that crosses another is cut where the other ends. */
export function piecesOf(text: string, marks: readonly ShownMark[]): readonly Piece[] {
  return within({ start: 0, end: text.length }, text, [...marks].sort(byPlace))
}

function within(range: Span, text: string, marks: readonly ShownMark[]): readonly Piece[] {
  const pieces: Piece[] = []
  let place = range.start
  let left = marks
  while (left.length > 0) {
    const [first, ...rest] = left
    if (!first) break
    const start = Math.max(first.start, place)
    const end = Math.min(first.end, range.end)
    if (start >= end) {
      left = rest
      continue
    }
    if (start > place) pieces.push({ at: place, text: text.slice(place, start) })
    const inside = rest.filter((mark) => mark.start < end)
    pieces.push({ mark: first, pieces: within({ start, end }, text, inside) })
    place = end
    left = rest.filter((mark) => mark.end > end)
  }
  if (place < range.end) pieces.push({ at: place, text: text.slice(place, range.end) })
  return pieces
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}
