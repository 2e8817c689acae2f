// What tests read: a small gazette of an invented city, and the tree that a reader of it gives.
import type { DocumentRead, IssueRead, MeasureRead, ProvisionRead } from '@guangyue/kernel/gazette-text'

export const planNumber = '澜政发〔2021〕3号'
export const planTitle = '澜川市人民政府关于印发渡口整治方案的通知'

/** A clause; `text` is what stands after its numbering. */
function clause(path: readonly string[], text: string, children: readonly ProvisionRead[] = []): ProvisionRead {
  const mark = path.at(-1) ?? ''
  const heading = /^(.{2,20}?)。/.exec(text)?.[1] ?? null
  return {
    path,
    kind: children.length > 0 ? 'section' : 'item',
    mark,
    heading,
    text: `${mark}${text}`,
    pieces: [],
    line: 1,
    children,
  }
}

/** A document with one chapter; `words` is its first clause. */
export function plan(
  words = '整修渡口。12月底前完成东渡口整修。（牵头单位：市交通运输局）',
  over: Partial<DocumentRead> = {},
): DocumentRead {
  return {
    number: planNumber,
    title: planTitle,
    issuer: '澜川市人民政府',
    date: '2021-05-06' as DocumentRead['date'],
    kind: '方案',
    addressees: '各县（区）人民政府',
    effectiveFrom: null,
    effectiveUntil: null,
    milestones: [],
    provisions: [
      clause(['一'], '重点任务。', [
        clause(['一', '（一）'], words),
        clause(['一', '（二）'], '公开船期。每月公布渡船班次。'),
      ]),
    ],
    head: [],
    signature: [],
    page: 2,
    line: 1,
    ...over,
  }
}

export function chronicleDocument(over: Partial<DocumentRead> = {}): DocumentRead {
  return plan(undefined, {
    number: null,
    title: '澜川市人民政府大事记',
    kind: '大事记',
    date: null,
    provisions: [],
    page: 9,
    line: 90,
    ...over,
  })
}

/** An issue of these documents, each clause of the plan being a measure. */
export function issue(documents: readonly DocumentRead[], over: Partial<IssueRead> = {}): IssueRead {
  return {
    issue: {
      title: '澜川市人民政府公报',
      year: 2021,
      number: 5,
      serial: 88,
      label: '2021年第5期（总第88期）',
      sponsor: '澜川市人民政府',
      publisher: '澜川市人民政府办公室',
      contents: documents.map(({ title, number, page }) => ({ section: '市政府文件', title, number, page })),
    },
    documents,
    measures: documents.flatMap((document) =>
      document.provisions.flatMap(({ children }) => children.map((one) => measure(document, one))),
    ),
    appointments: [],
    chronicle: [],
    faults: [],
    ...over,
  }
}

function measure(document: DocumentRead, { path, heading, text }: ProvisionRead): MeasureRead {
  return {
    document: document.number ?? document.title,
    path,
    title: heading ?? '',
    text,
    assignments: [{ leads: ['市交通运输局'], supports: [], label: '牵头单位', covers: null }],
    group: null,
    leadByRule: null,
    deadlines: [],
    targets: [],
    marks: [],
    pieces: [],
    span: { start: 0, end: text.length },
    line: 1,
  }
}
