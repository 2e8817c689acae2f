import type { ReplyOf } from '@guangyue/platform/http/endpoint'
import type {
  getCompositionEndpoint,
  getManuscriptEndpoint,
  listCompositionsEndpoint,
  listManuscriptsEndpoint,
  readManuscriptEndpoint,
} from '../../compose/api.ts'

export type ManuscriptItem = ReplyOf<typeof listManuscriptsEndpoint>['items'][number]
export type Manuscript = ReplyOf<typeof getManuscriptEndpoint>
export type ManuscriptContent = Manuscript['content']
export type Reading = ReplyOf<typeof readManuscriptEndpoint>
export type CompositionItem = ReplyOf<typeof listCompositionsEndpoint>['items'][number]
export type Composition = ReplyOf<typeof getCompositionEndpoint>
export type Content = Composition['content']
export type Section = Content['sections'][number]
