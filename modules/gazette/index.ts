export {
  type Hanging,
  type HangingCourse,
  type HangingKind,
  type HangingLight,
  type HangingState,
  lightOf,
  type Visibility,
  worstLight,
} from './chain.ts'
export { offerManuscript, withdrawManuscript } from './compose/manuscripts.ts'
export { holds, type Verified, verifyIssues } from './compose/verify.ts'
export {
  clauseUrl,
  type Document,
  type DocumentFacts,
  foldCitation,
  type Issue,
  type MeasureOnRecord,
  type Provision,
} from './model.ts'
export { gazetteModule } from './module.ts'
export { gazetteHome } from './pages/home-parts.ts'
export {
  documentSourceText,
  findDocument,
  findDocumentById,
  findDocuments,
  findProvision,
  measuresOfDocuments,
  measuresOfIssue,
  provisionsOfDocument,
  registerDocumentFacts,
  sourceTextOf,
  urlsOf,
} from './service/facts.ts'
export { hang, unhang } from './service/hang.ts'
export { type DraftedImport, markDrafted } from './service/import.ts'
