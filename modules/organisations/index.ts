export { importBodies, previewFirstBodies, refuseFaultyLines } from './admin/import.ts'
export { nationalCalendar } from './holidays.ts'
export type { Act, Body, Group, Resolution, Tenure } from './model.ts'
export { foldName } from './model.ts'
export { organisationsModule } from './module.ts'
export type { ActOnRecord, ActsFilter } from './register-store.ts'
export {
  actsOnRecord,
  bodiesOn,
  bodyKeys,
  bodyNames,
  groups,
  probationsEnding,
  recordActs,
  rememberAlias,
  resolveNames,
  subtreeOf,
  tenures,
} from './service.ts'
export type { BodyLine, CheckedLine } from './sheet/body-rows.ts'
export type { TenureFilter } from './store.ts'
