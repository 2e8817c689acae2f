import type { Measure, Span, TargetRead } from '../shapes.ts'
import type { EditTarget, EditTask } from '../task-edit.ts'

export type SelectionKind = Measure['marks'][number]['kind']

/** Keys 1 to 4 in the order of the marks. */
export const selectionKinds = [
  { key: '1', kind: 'lead', label: '牵头' },
  { key: '2', kind: 'support', label: '责任' },
  { key: '3', kind: 'deadline', label: '时限' },
  { key: '4', kind: 'target', label: '目标' },
] as const satisfies readonly { key: string; kind: SelectionKind; label: string }[]

export interface Selected extends Span {
  readonly text: string
}

/** A task with a selected piece of the clause filled in as lead, support, deadline or target; nothing is put in twice. */
export function withSelection(task: EditTask, kind: SelectionKind, { text }: Selected): EditTask {
  const words = text.trim()
  if (words === '') return task
  if (kind === 'lead' || kind === 'support') return withParties(task, kind, namesIn(words))
  if (kind === 'deadline') {
    const typed = words.replace(/[，。；、]+$/, '')
    const known = task.dates.some((date) => date.typed === typed || date.from?.phrase === typed)
    return known ? task : { ...task, dates: [...task.dates, { typed, from: null }] }
  }
  return task.targets.some(({ phrase }) => phrase === words)
    ? task
    : { ...task, targets: [...task.targets, targetFrom(words)] }
}

function withParties(task: EditTask, kind: 'lead' | 'support', names: readonly string[]): EditTask {
  const own = kind === 'lead' ? 'leads' : 'supports'
  const other = kind === 'lead' ? 'supports' : 'leads'
  return {
    ...task,
    [own]: [...new Set([...task[own], ...names])],
    [other]: task[other].filter((name) => !names.includes(name)),
  }
}

/** The names in a printed list; its label (牵头部门：) is left out. 和 and brackets are part of names: 各县（市、区）. */
export function namesIn(words: string): readonly string[] {
  const list = words.replace(/[（(]?(?:牵头|责任|配合|协办|参与|主办)(?:部门|单位)?\s*[：:]/g, '、')
  return splitOutsideBrackets(list)
    .map((name) => name.replace(/等?(?:负责|牵头|配合|按职责分工负责)$/, ''))
    .filter((name) => name.length > 1)
}

function splitOutsideBrackets(list: string): readonly string[] {
  const names = ['']
  let depth = 0
  for (const sign of list) {
    const opens = /[（(]/.test(sign)
    const closes = /[）)]/.test(sign)
    if (depth === 0 && (closes || /[、，,；;。\s]/.test(sign))) names.push('')
    else names[names.length - 1] += sign
    depth = Math.max(0, depth + (opens ? 1 : 0) - (closes ? 1 : 0))
  }
  return names
}

const numbers = /(\d+(?:\.\d+)?)\s*(%|％|‰|个百分点|[\p{Script=Han}]{0,6}?)(?=以上|以下|以内|左右|[，。；、,;）)]|$)/u

/** What a phrase aims at, as far as it can be told; the person looks at it in the fields. */
export function targetFrom(phrase: string): EditTarget {
  const hit = numbers.exec(phrase)
  if (!hit) return { phrase, metric: phrase.slice(0, 100), op: '>=', value: '', unit: '', index: null }
  const before = phrase.slice(0, hit.index)
  const metric = before
    .replace(/^.*[，。；]/, '')
    .replace(/^(?:\d+月底前|年底前)?(?:力争|确保|实现|使)*/, '')
    .replace(
      /(?:力争|确保|稳定|保持|控制|压缩|提高|提升|增长|下降|降低|降|达|在|为|至|到|不低于|不少于|不超过|不高于|超过|低于|高于|约)+$/,
      '',
    )
  const unit = (hit[2] ?? '').replace('％', '%')
  return { phrase, metric: metric.slice(0, 100), op: opOf(phrase), value: hit[1] ?? '', unit, index: null }
}

function opOf(phrase: string): TargetRead['op'] {
  if (/以下|以内|不超过|不高于|控制在|压缩[至到在]|日内|降[至到低]/.test(phrase)) return '<='
  if (/超过|高于|突破/.test(phrase)) return '>'
  if (/低于/.test(phrase) && !/不低于/.test(phrase)) return '<'
  if (/约|左右/.test(phrase)) return 'about'
  return '>='
}
