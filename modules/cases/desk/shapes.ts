import type { ReplyOf } from '@guangyue/platform/http/endpoint'
import type { Answers, getFormEndpoint, Party } from '../api/apply.ts'
import type { getCaseEndpoint, listCasesEndpoint } from '../api.ts'

export type CaseView = ReplyOf<typeof getCaseEndpoint>
export type CaseRow = ReplyOf<typeof listCasesEndpoint>['items'][number]
export type ItemForm = ReplyOf<typeof getFormEndpoint>
export type MaterialFile = CaseView['materials'][number]['files'][number]
export type Offer = CaseView['may'][number]

/** A form while it is filled in. */
export interface Typed {
  readonly party: Party
  readonly answers: Answers
}
