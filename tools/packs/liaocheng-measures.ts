import type { MeasureLabel } from './liaocheng-sources.ts'
import { chineseNumber } from './rows.ts'

/** Of this document the measures stand in the annex; in the others in the body. */
const measuresInAnnex = '聊政发〔2021〕7号'
/** An unnumbered paragraph of a chapter that has numbered items. */
export const unnumbered = '未编号段落'

/** The clause of each measure, from its document down: ['附件', '一', '（一）'], ['五', '（二）', '1']. */
export function measurePaths(labels: readonly MeasureLabel[]): readonly (readonly string[])[] {
  const withItems = new Set(labels.filter((m) => m.item_no !== null).map(chapterOf))
  return labels.map((label) => measurePath(label, withItems.has(chapterOf(label))))
}

function measurePath(label: MeasureLabel, chapterHasItems: boolean): readonly string[] {
  const path = label.doc === measuresInAnnex ? ['附件'] : []
  path.push(chineseNumber(label.chapter_no))
  if (label.item_no !== null) path.push(`（${chineseNumber(label.item_no)}）`)
  else if (chapterHasItems) path.push(unnumbered)
  if (label.sub_no !== undefined) path.push(String(label.sub_no))
  return path
}

/** The measures as facts: clause, title, owners as printed, dates, figures; no sentence of the text. */
export function measureRows(labels: readonly MeasureLabel[], signedOn: ReadonlyMap<string, string>): readonly object[] {
  const paths = measurePaths(labels)
  return labels.map((label, index) => {
    const path = paths[index] ?? []
    return {
      document: label.doc,
      path,
      title: label.title ?? (path.at(-1) === unnumbered ? `“${label.chapter}”末的${unnumbered}` : label.chapter),
      assignments: label.assignments.map(assignmentRow),
      deadlines: label.deadlines.map(deadlineRow),
      targets: label.targets.map(targetRow),
      basis: [{ document: label.doc, path }],
      effective_from: signedOn.get(label.doc) ?? null,
      effective_to: null,
    }
  })
}

function chapterOf(label: MeasureLabel): string {
  return `${label.doc} ${label.chapter_no}`
}

function assignmentRow(a: MeasureLabel['assignments'][number]): object {
  const labels = [a.lead_label, a.support_label].filter((text) => text !== null && text !== undefined)
  return { leads: a.leads, supports: a.supports, label: labels.join('/') || null }
}

function deadlineRow(d: MeasureLabel['deadlines'][number]): object {
  return {
    phrase: d.phrase,
    kind: d.kind,
    due: d.due ?? null,
    start: d.start ?? null,
    rule: d.rule ?? d.value ?? null,
    ...(d.anchor === undefined ? {} : { anchor: d.anchor }),
  }
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
