import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import { type ListColumn, listWorkbook } from '@guangyue/platform/sheets'
import { followsView } from './service.ts'

type Item = Awaited<ReturnType<typeof followsView>>['items'][number]

/** What the actor follows, as a spreadsheet; of what is no longer shown to them only that it is followed. */
export async function exportFollows(ctx: Ctx): Promise<Download> {
  const { items } = await followsView(ctx)
  return listWorkbook(ctx, { title: '我的关注', rows: items, columns })
}

const columns: readonly ListColumn<Item>[] = [
  { head: '类别', width: 8, cell: ({ kind }) => (kind === 'clause' ? '条文' : '任务') },
  { head: '名称', width: 50, cell: ({ title, href }) => (href === null ? '现在不能查看' : title) },
  { head: '依据', width: 36, cell: ({ label }) => label },
]
