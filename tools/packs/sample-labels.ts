import type { DocumentMeta, SampleSource } from './sample-documents.ts'
import type { SetIssue } from './sample-issue.ts'
import { type Measure, numberOf, splitParties } from './sample-source.ts'
import type { ContentsLine } from './sample-text.ts'

/** What a reader should find in the sample issue, in the form of the labels of the real one. */
export function measureLabels(source: SampleSource): readonly object[] {
  return source.documents.flatMap((meta) => {
    const measures = source.texts.get(meta.number)?.measures ?? []
    return [
      ...measures.map((measure) => measureLabel(meta, measure)),
      ...tableLabels(meta, source),
      ...closingLabels(meta),
    ]
  })
}

/** One label a person and act, in printed order. */
export function personnelLabels(source: SampleSource): readonly object[] {
  return source.notices.flatMap((notice) =>
    notice.parts.flatMap((part) =>
      part.acts.flatMap((act) =>
        act.people.map((person) => ({
          doc: notice.number,
          date: notice.date,
          person,
          action: part.action,
          post: act.body + act.title,
          organisation: act.body,
          title: act.title,
          probation_months: act.probation ?? null,
          note: noteOf(act.tail),
        })),
      ),
    ),
  )
}

export function chronicleLabels(source: SampleSource, people: readonly string[]): object {
  const events = source.entries.map(([start, end, before, text]) => ({
    start,
    end,
    text: before === '△' ? text : before + text,
    people: people.filter((name) => text.includes(name)).sort((a, b) => text.indexOf(a) - text.indexOf(b)),
  }))
  return { events }
}

export function documentLabels(source: SampleSource, issue: SetIssue): readonly object[] {
  const documents = source.documents.map((meta) => ({
    number: meta.number,
    title: meta.title,
    kind: meta.kind,
    issuer: meta.issuer,
    date_signed: meta.date,
    promulgated_by: meta.issuer,
    addressees: meta.addressees,
    first_page: issue.firstPage.get(meta.number),
    promulgates: meta.promulgates,
    annexes: annexesOf(source.texts.get(meta.number)?.annex ?? null),
    milestones: meta.milestones,
    supervision: meta.supervision,
    ...(meta.effective_from === undefined
      ? {}
      : {
          effective_from: meta.effective_from,
          effective_until: meta.effective_until,
          retroactive_to: meta.retroactive_to,
        }),
  }))
  const notices = source.notices.map((notice) => ({
    number: notice.number,
    title: notice.title,
    kind: '任免通知',
    issuer: '澜川市人民政府',
    date_signed: notice.date,
    first_page: issue.firstPage.get(notice.number),
  }))
  const reading = { number: null, title: source.reading.title, kind: '政策解读', issuer: null, date_signed: null }
  const chronicle = { number: null, title: source.chronicle.title, kind: '大事记', period: source.chronicle.period }
  return [...documents, reading, ...notices, chronicle]
}

export function issueLabel(source: SampleSource, contents: readonly ContentsLine[], issue: SetIssue): object {
  const jumps = issue.jumps.map((jump) => ({ doc: jump.document, from_page: jump.from, to_page: jump.to }))
  return { ...source.issue, contents, page_jumps: jumps, pages: issue.sheets.length + 2 }
}

/** The closing duties of the work points: some readers take them for a measure, some for a milestone. */
function closingLabels(meta: DocumentMeta): readonly object[] {
  if (meta.kind !== '工作要点') return []
  return [
    {
      id: `${meta.number}#三`,
      doc: meta.number,
      chapter_no: 3,
      chapter: '工作要求',
      item_no: null,
      path: ['三'],
      title: '工作要求',
      text: '工作要求',
      soft: true,
      assignments: [],
      deadlines: [],
      targets: [],
    },
  ]
}

function measureLabel(meta: DocumentMeta, measure: Measure): object {
  const chapterMark = measure.path.at(-2) ?? ''
  const itemMark = measure.path.at(-1) ?? ''
  return {
    id: `${meta.number}#${measure.path.join('/')}`,
    doc: meta.number,
    chapter_no: numberOf(chapterMark),
    chapter: measure.chapter,
    item_no: numberOf(itemMark),
    path: measure.path,
    title: measure.title,
    text: measure.text,
    assignments: measure.assignments,
    deadlines: measure.deadlines,
    targets: measure.targets,
    thresholds: [],
    systems: [],
    kind: [],
    body: measure.body,
  }
}

/** A row of the task table is a measure: its task is the heading, its last column the date. */
function tableLabels(meta: DocumentMeta, source: SampleSource): readonly object[] {
  const block = source.texts.get(meta.number)?.blocks.find((one) => one.kind === 'table')
  const table = block === undefined ? undefined : source.tables[block.table]
  if (table === undefined || !table.columns.includes('牵头单位')) return []
  return table.rows.map(([no = '', title = '', asked = '', leads = '', supports = '', due = '']) => ({
    id: `${meta.number}#${no}`,
    doc: meta.number,
    chapter_no: null,
    chapter: null,
    item_no: Number(no),
    path: [no],
    title,
    text: `${title}。${asked}`,
    assignments: [
      {
        leads: splitParties(leads),
        supports: splitParties(supports),
        lead_label: '牵头单位',
        support_label: '配合单位',
      },
    ],
    deadlines: [tableDeadline(due)],
    targets: [],
    thresholds: [],
    systems: [],
    kind: [],
    body: asked,
  }))
}

function tableDeadline(phrase: string): object {
  const found = /^(?:(\d{4})年)?(?:(\d{1,2})月(底|中旬)|年底)前$/.exec(phrase)
  if (found === null) return { phrase, kind: 'ongoing', rule: 'ongoing' }
  const [, year = '2023', month = '12', part = '底'] = found
  const day = part === '中旬' ? 20 : new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return { phrase, kind: 'by', due: `${year}-${month.padStart(2, '0')}-${String(day).padStart(2, '0')}` }
}

function noteOf(tail: string | undefined): string | null {
  const note = (tail ?? '').replace(/[（），]/g, '')
  return note === '' || note.startsWith('试用期') ? null : note
}

function annexesOf(annex: string | null): readonly object[] {
  return annex === null ? [] : [{ title: annex, printed_in_full: true }]
}
