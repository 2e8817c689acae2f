// Every HTTP operation of the ledger, and the rule that both ends weigh parts by. The desk imports from here alone;
// shapes stand in `api/`.
export {
  boardQuery,
  groupTasksEndpoint,
  listViewsEndpoint,
  removeViewEndpoint,
  saveViewEndpoint,
  taskColumnsEndpoint,
  taskMonthEndpoint,
  viewKind,
} from './api/board.ts'
export { ledgerBody, listBodiesEndpoint } from './api/bodies.ts'
export {
  getDocumentEndpoint,
  ledgerDocument,
  listDocumentsEndpoint,
  releaseDocumentEndpoint,
  superviseDocumentEndpoint,
} from './api/documents.ts'
export { answerRequestsEndpoint, exportRequestsEndpoint, listRequestsEndpoint } from './api/requests.ts'
export {
  confirmMeasureEndpoint,
  confirmMeasuresEndpoint,
  draftItem,
  getMeasureEndpoint,
  keepDraftEndpoint,
  listDraftsEndpoint,
  listFaultsEndpoint,
  measureDetail,
  readDateEndpoint,
  redraftEndpoint,
  resolveNameEndpoint,
  saveDraftEndpoint,
  unconfirmMeasureEndpoint,
} from './api/review.ts'
export {
  applyReturnEndpoint,
  applySheetEndpoint,
  exportLedgerEndpoint,
  getReturnEndpoint,
  MAX_SHEET_BYTES,
  previewSheetEndpoint,
  returnItem,
  sheetField,
  sheetMapping,
  uploadReturnEndpoint,
  uploadSheetEndpoint,
} from './api/sheets.ts'
export {
  addByHandEndpoint,
  breakDownTaskEndpoint,
  editTaskEndpoint,
  getTaskEndpoint,
  grouping,
  listTasksEndpoint,
  mergeTasksEndpoint,
  milestone,
  reachMilestoneEndpoint,
  splitTaskEndpoint,
  step,
  takeStepEndpoint,
  taskDetail,
  taskFilter,
  taskItem,
  workbenchEndpoint,
} from './api/tasks.ts'
export { looserThan } from './model/looser.ts'
