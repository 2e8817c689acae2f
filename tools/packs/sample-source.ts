// Reads the sample gazette's marked-up source. The marks say what a reader should find:
//   *（一）题。文        a measure
//   {6月底前=2023-06-30} a date by which; {…=A..B} a span; {…=A..} from; {…~rule} a rule; {…?} vague; {…!} ongoing
//   [词|metric|op|1|个]  a target          <<牵头部门：…>>  owners in brackets         >| 牵头单位：…  owners on a line
import { chineseNumber } from './rows.ts'

export interface Assignment {
  readonly leads: readonly string[]
  readonly supports: readonly string[]
  readonly lead_label: string | null
  readonly support_label: string | null
}

export interface Deadline {
  readonly phrase: string
  readonly kind: string
  readonly due?: string
  readonly start?: string
  readonly rule?: string
  /** Readings differ; left out of a score. */
  readonly soft?: true
}

export interface Target {
  readonly phrase: string
  readonly metric: string
  readonly op: string
  readonly value: number
  readonly unit: string
}

export interface Measure {
  readonly path: readonly string[]
  readonly chapter: string
  readonly title: string
  readonly text: string
  readonly body: string
  readonly assignments: readonly Assignment[]
  readonly deadlines: readonly Deadline[]
  readonly targets: readonly Target[]
}

export type Block =
  | { readonly kind: 'heading' | 'title' | 'text' | 'label'; readonly text: string }
  | { readonly kind: 'table'; readonly table: string }

export interface Source {
  readonly blocks: readonly Block[]
  readonly measures: readonly Measure[]
  readonly annex: string | null
}

/** What is printed, and the measures in it, of one document's source. */
export function readSource(source: string): Source {
  const blocks: Block[] = []
  const measures: Measure[] = []
  let part: readonly string[] = []
  let chapter = { mark: '', heading: '' }
  let annex: string | null = null
  const lines = source.split('\n').filter((line) => line.trim() !== '')
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('@annex ')) {
      annex = line.slice(7)
      part = ['附件']
      blocks.push({ kind: 'text', text: '附件' }, { kind: 'title', text: annex })
    } else if (line.startsWith('@table ')) blocks.push({ kind: 'table', table: line.slice(7) })
    else if (line.startsWith('>| ')) blocks.push({ kind: 'label', text: line.slice(3) })
    else if (line.startsWith('*')) {
      const labels = ownLines(lines, index + 1)
      measures.push(readMeasure(line.slice(1), { part, chapter, labels }))
      blocks.push({ kind: 'text', text: printed(line.slice(1)) })
    } else {
      const heading = /^([一二三四五六七八九十]+)、(.+)$/.exec(line)
      if (heading?.[1] !== undefined && heading[2] !== undefined) chapter = { mark: heading[1], heading: heading[2] }
      blocks.push({ kind: heading === null ? 'text' : 'heading', text: printed(line) })
    }
  }
  return { blocks, measures, annex }
}

/** The number of a chapter or item: 十二 → 12, （三） → 3, 4 → 4. */
export function numberOf(mark: string): number {
  const plain = mark.replace(/[（）]/g, '')
  if (/^\d+$/.test(plain)) return Number(plain)
  for (let n = 1; n < 100; n += 1) if (chineseNumber(n) === plain) return n
  throw new Error(`no number: ${mark}`)
}

/** Splits a printed list of parties at 、 and ， outside brackets. */
export function splitParties(list: string): readonly string[] {
  return list.split(/[、，](?![^（]*）)/).filter((name) => name !== '')
}

/** The text as printed, marks taken away. */
function printed(text: string): string {
  return text
    .replace(/<<(.+?)>>/g, '（$1）')
    .replace(/\{([^{}=~?!]+)[=~?!][^}]*\}/g, '$1')
    .replace(/\[([^|\]]+)\|[^\]]*\]/g, '$1')
}

interface Place {
  readonly part: readonly string[]
  readonly chapter: { readonly mark: string; readonly heading: string }
  readonly labels: readonly string[]
}

function readMeasure(line: string, place: Place): Measure {
  const parts = /^(（[^）]+）|\d+\.\s*)([^。]+)。(.*)$/.exec(line)
  if (parts === null) throw new Error(`not a measure: ${line}`)
  const [, mark = '', title = '', rest = ''] = parts
  const brackets = [...rest.matchAll(/<<(.+?)>>/g)].map((found) => readAssignment(found[1] ?? ''))
  const own = place.labels.length > 0 ? [readAssignment(place.labels.join('；'))] : []
  const text = `${title}。${printed(rest)}`
  return {
    path: [...place.part, place.chapter.mark, mark.replace(/[.\s]/g, '')],
    chapter: place.chapter.heading,
    title,
    text: [text, ...place.labels].join('\n'),
    body: printed(rest.replace(/<<.+?>>/g, '')),
    assignments: [...brackets, ...own],
    deadlines: readDeadlines(rest),
    targets: readTargets(rest),
  }
}

function ownLines(lines: readonly string[], from: number): readonly string[] {
  const labels: string[] = []
  for (let i = from; lines[i]?.startsWith('>| '); i += 1) labels.push((lines[i] ?? '').slice(3))
  return labels
}

function readAssignment(text: string): Assignment {
  const labelled = text.split('；').map((part) => part.split('：'))
  const lead = labelled.find(([label]) => label?.startsWith('牵头'))
  const support = labelled.find(([label, list]) => list !== undefined && !label?.startsWith('牵头'))
  if (lead?.[1] !== undefined || support !== undefined) {
    return {
      leads: splitParties(lead?.[1] ?? ''),
      supports: splitParties(support?.[1] ?? ''),
      lead_label: lead?.[0] ?? null,
      support_label: support?.[0] ?? null,
    }
  }
  const led = /^(.+)牵头，(.+)按职责分工负责$/.exec(text)
  if (led !== null) {
    const [, leads = '', supports = ''] = led
    return {
      leads: splitParties(leads),
      supports: splitParties(supports),
      lead_label: '牵头',
      support_label: '按职责分工负责',
    }
  }
  return { leads: [], supports: splitParties(text.replace(/负责$/, '')), lead_label: null, support_label: '负责' }
}

function readDeadlines(text: string): readonly Deadline[] {
  return [...text.matchAll(/\{([^{}=~?!]+)([=~?!])([^}]*)\}/g)].map(([, phrase = '', mark = '', value = '']) => {
    if (mark === '?') return { phrase, kind: 'fuzzy' }
    if (mark === '!') return { phrase, kind: 'ongoing', rule: 'ongoing' }
    if (mark === '~') return { phrase, kind: /ly/.test(value) ? 'recurring' : 'duration', rule: value }
    const [start, due] = value.includes('..') ? value.split('..') : [undefined, value]
    if (due === '') return { phrase, kind: 'from', start }
    if (start === undefined) return { phrase, kind: 'by', due }
    return { phrase, kind: 'during', start, due, ...(/半年|季度/.test(phrase) ? { soft: true as const } : {}) }
  })
}

function readTargets(text: string): readonly Target[] {
  return [...text.matchAll(/\[([^|\]]+)\|([^|]+)\|([^|]+)\|([^|]+)\|([^\]]+)\]/g)].map(
    ([, phrase = '', metric = '', op = '', value = '', unit = '']) => ({
      phrase: printed(phrase),
      metric,
      op: op === '=' ? '==' : op,
      value: Number(value),
      unit,
    }),
  )
}
