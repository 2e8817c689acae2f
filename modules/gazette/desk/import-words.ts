import type { ReplyOf } from '@guangyue/platform/http/endpoint'
import type { getImportEndpoint, listImportsEndpoint } from '../api.ts'

export type ImportShown = ReplyOf<typeof getImportEndpoint>
export type ImportListed = ReplyOf<typeof listImportsEndpoint>[number]

export const stageWords: Readonly<Record<ImportShown['stage'], string>> = {
  received: '已收到，等待读取',
  reading: '正在读取文件',
  parsing: '正在分析文字',
  writing: '正在写入条文',
  drafting: '正在起草台账',
  drafted: '完成',
  refused: '没有收录',
  failed: '处理中断',
}

/** How an import stands, as a light. */
export function lightOfImport({ stage }: Pick<ImportShown, 'stage'>): 'done' | 'overdue' | 'on-time' {
  if (stage === 'drafted') return 'done'
  return stage === 'refused' || stage === 'failed' ? 'overdue' : 'on-time'
}

/** What came of it, in one sentence. */
export function outcomeWords({ outcome, counts }: Pick<ImportShown, 'outcome' | 'counts'>): string {
  if (outcome === 'same') return '内容此前已经收录，没有重复写入'
  if (outcome === 'corrected') return `${counts.correctedDocuments ?? 0} 份文件的文字有更正，已存为新的一版，旧版保留`
  return outcome === 'new' ? `新收录 ${counts.newDocuments ?? 0} 份文件` : ''
}

/** The import has ended, well or not; nothing more will happen by itself. */
export function hasEnded({ stage }: Pick<ImportShown, 'stage'>): boolean {
  return stage === 'drafted' || stage === 'refused'
}
