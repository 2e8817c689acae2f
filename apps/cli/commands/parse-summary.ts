import type { DocumentRead, Fault, IssueRead } from '@guangyue/kernel/gazette-text'

/** What was read, for a person at a terminal: counts, each document with its measures, and the faults first to last. */
export function summaryOf(read: IssueRead): string {
  const { issue, documents, measures, appointments, chronicle, faults } = read
  const counts = [
    `文件 ${documents.length} 件`,
    `任务 ${measures.length} 条`,
    `任免 ${appointments.length} 项`,
    `大事记 ${chronicle.length} 条`,
    `疑点 ${faults.length} 处`,
  ]
  return [
    [issue.title ?? '单篇文件', issue.label].filter(Boolean).join(' '),
    counts.join('，'),
    '',
    ...documents.map((document) => lineOf(document, read)),
    ...(faults.length === 0 ? [] : ['', '疑点：', ...faults.map(faultLine)]),
  ].join('\n')
}

function lineOf({ number, title, date }: DocumentRead, { measures, appointments }: IssueRead): string {
  const key = number ?? title
  const tasks = measures.filter(({ document }) => document === key)
  const withoutLead = tasks.filter(({ assignments }) => assignments.every(({ leads }) => leads.length === 0))
  const changes = appointments.filter(({ document }) => document === key)
  const notes = [
    tasks.length > 0 ? `任务 ${tasks.length} 条` : '',
    withoutLead.length > 0 ? `其中 ${withoutLead.length} 条没有写明牵头单位` : '',
    changes.length > 0 ? `任免 ${changes.length} 项` : '',
  ].filter(Boolean)
  return `${[number, title].filter(Boolean).join('  ')}${date === null ? '' : `（${date}）`}${notes.length === 0 ? '' : `：${notes.join('，')}`}`
}

function faultLine({ line, message }: Fault): string {
  return `  第 ${line} 行：${message}`
}
