export { bodyText } from './body-text.ts'
export {
  type Attachment,
  type BodyItem,
  type BodyTable,
  type DocumentKind,
  documentKinds,
  type Heading,
  isUpward,
  type OfficialDocument,
} from './content.ts'
export { layOutDocument, type OfficialLayout } from './layout.ts'
export type { Refusal, RefusalCode } from './refusal.ts'
export { breakTitle } from './title-lines.ts'
