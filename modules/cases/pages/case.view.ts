import type { ReplyOf } from '@guangyue/platform/http/endpoint'
import type { getCaseEndpoint, myCasesEndpoint } from '../api.ts'

export type CaseView = ReplyOf<typeof getCaseEndpoint>
export type ClockView = CaseView['clocks'][number]
export type MyCasesView = ReplyOf<typeof myCasesEndpoint>

export interface ReceiptView {
  readonly view: CaseView
  readonly government: string
}
