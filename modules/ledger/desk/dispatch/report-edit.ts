import type { FieldFault } from '@guangyue/platform/ui/desk'
import type { Below, Report } from './shapes.ts'

/** A report as it is typed; figures as text, by the target that they stand for. */
export interface ReportEdit {
  readonly progress: string
  readonly percent: number | null
  readonly figures: Readonly<Record<string, string>>
  readonly problems: string
  readonly helpWanted: string
  readonly merges: readonly string[]
}

type Words = Pick<Report, 'progress' | 'percent' | 'figures' | 'problems' | 'helpWanted'>

/** What is saved of a report, to be typed over. */
export function editOf(report: Words & Pick<Report, 'below'>): ReportEdit {
  const merges = report.below.filter(({ merged }) => merged).map(({ id }) => id)
  return { ...wordsOf(report), merges }
}

function wordsOf({ progress, percent, figures, problems, helpWanted }: Words) {
  const typed = figures.map(({ ordinal, value }) => [String(ordinal), String(value)])
  return { progress, percent, figures: Object.fromEntries(typed) as Record<string, string>, problems, helpWanted }
}

/** What the unit reported before, taken over as it was; which reports are merged stays. */
export function takenOver(edit: ReportEdit, before: Words): ReportEdit {
  return { ...edit, ...wordsOf(before) }
}

/**
 * A report from below taken in: its progress under its unit's name, after what is written. Its problems are on the list
 * of problems by its own signature, and are not said twice.
 */
export function takenIn(edit: ReportEdit, below: Below): ReportEdit {
  if (edit.merges.includes(below.id)) return edit
  const own = edit.progress === '' || edit.progress.endsWith('\n') ? edit.progress : `${edit.progress}\n`
  const progress = below.progress === '' ? edit.progress : `${own}${below.unit.name}：${below.progress}`
  return { ...edit, progress, merges: [...edit.merges, below.id] }
}

/** A report from below not taken in after all; words that came with it stay to be edited. */
export function leftOut(edit: ReportEdit, id: string): ReportEdit {
  return { ...edit, merges: edit.merges.filter((one) => one !== id) }
}

/** What is sent. Figures left empty are not sent. */
export function bodyOf({ figures, merges, ...edit }: ReportEdit) {
  const given = Object.entries(figures)
    .filter(([, typed]) => typed.trim() !== '')
    .map(([ordinal, typed]) => ({ ordinal: Number(ordinal), value: Number(typed) }))
  return { ...edit, figures: given, merges: [...merges] }
}

/** What can be seen to be wrong before sending; fields as they are named on the screen. */
export function faultsOf({ figures }: ReportEdit): readonly FieldFault[] {
  return Object.entries(figures).flatMap(([ordinal, typed]) =>
    Number.isFinite(Number(typed)) ? [] : [{ field: `figure-${ordinal}`, message: `“${typed}”不是数字，如 12.5` }],
  )
}

/** The server's refusals at the fields of the screen: `figures.0` is the first figure that was sent. */
export function refusedFields(edit: ReportEdit, errors: readonly FieldFault[]): readonly FieldFault[] {
  const sent = bodyOf(edit).figures
  return errors.map(({ field, message }) => {
    const [name, at] = field.split('.')
    const figure = name === 'figures' ? sent[Number(at)] : undefined
    return { field: figure === undefined ? (name ?? field) : `figure-${figure.ordinal}`, message }
  })
}

/** Nothing that is typed differs from what is saved. */
export function isSame(one: ReportEdit, other: ReportEdit): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other))
}

function comparable(edit: ReportEdit) {
  const body = bodyOf(edit)
  return {
    ...body,
    figures: body.figures.toSorted((one, other) => one.ordinal - other.ordinal),
    merges: body.merges.toSorted(),
  }
}
