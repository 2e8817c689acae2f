import type { z } from 'zod'
import type { getNoticeEndpoint, listNoticesEndpoint, noticeChoicesEndpoint, noticeContent } from '../../notices/api.ts'

export type NoticeItem = z.output<typeof listNoticesEndpoint.reply>['items'][number]
export type Notice = z.output<typeof getNoticeEndpoint.reply>
export type NoticeChoices = z.output<typeof noticeChoicesEndpoint.reply>
export type Content = z.output<typeof noticeContent>
export type Item = Content['body'][number]
export type TableItem = Extract<Item, { kind: 'table' }>

/** What is typed of a notice. */
export interface NoticeText {
  readonly series: string
  readonly content: Content
}
