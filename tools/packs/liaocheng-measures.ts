import type { MeasureLabel } from './liaocheng-sources.ts'
import { chineseNumber } from './rows.ts'

/** Of this document the measures stand in the annex; in the others in the body. */
const measuresInAnnex = '聊政发〔2021〕7号'
/**
 * The clause of a measure, from its document down: ['附件', '一', '（一）'], ['五', '（二）', '1']. A paragraph without a
 * number is cited by its chapter.
 */
export function measurePath(label: MeasureLabel): readonly string[] {
  const path = label.doc === measuresInAnnex ? ['附件'] : []
  path.push(chineseNumber(label.chapter_no))
  if (label.item_no !== null) path.push(`（${chineseNumber(label.item_no)}）`)
  if (label.sub_no !== undefined) path.push(String(label.sub_no))
  return path
}

/** The measures as facts: clause, title, owners as printed, dates, figures; no sentence of the text. */
export function measureRows(labels: readonly MeasureLabel[], signedOn: ReadonlyMap<string, string>): readonly object[] {
  return labels.map((label) => {
    const path = measurePath(label)
    return {
      document: label.doc,
      path,
      title: label.title ?? label.chapter,
      assignments: label.assignments.map(assignmentRow),
      deadlines: label.deadlines.map(deadlineRow),
      targets: label.targets.map(targetRow),
      basis: [{ document: label.doc, path }],
      effective_from: signedOn.get(label.doc) ?? null,
      effective_to: null,
    }
  })
}

function assignmentRow(a: MeasureLabel['assignments'][number]): object {
  const labels = [a.lead_label, a.support_label].filter((text) => text !== null && text !== undefined)
  return { leads: a.leads, supports: a.supports, label: labels.join('/') || null }
}

function deadlineRow(d: MeasureLabel['deadlines'][number]): object {
  const term = d.value === undefined ? null : termRule(d.value)
  return {
    phrase: d.phrase,
    kind: d.kind,
    due: d.due ?? null,
    start: d.start ?? null,
    rule: d.rule ?? (term !== null && d.anchor !== undefined ? `${term} after ${d.anchor}` : term),
  }
}

const units = { WD: 'working-day', D: 'day', M: 'month', Y: 'year', H: 'hour' } as const

/** A labelled term in the words of kernel/gazette-text: 3WD → 3 working-day, P3M → 3 month, PT24H → 24 hour. */
function termRule(value: string): string {
  const [, n, unit] = /^P?T?(\d+)(WD|D|M|Y|H)$/.exec(value) ?? []
  if (n === undefined || unit === undefined) throw new Error(`no term: ${value}`)
  return `${n} ${units[unit as keyof typeof units]}`
}

function targetRow(t: MeasureLabel['targets'][number]): object {
  return {
    metric: t.metric,
    op: t.op === '==' ? '=' : t.op,
    value: t.value,
    unit: t.unit,
    by: t.by ?? null,
    ...(t.baseline === undefined ? {} : { baseline: t.baseline }),
    ...(t.per === undefined ? {} : { per: t.per }),
    ...(t.within === undefined ? {} : { within: t.within }),
    ...(t.aspirational ? { aspirational: true } : {}),
  }
}
