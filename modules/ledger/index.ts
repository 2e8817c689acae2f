export type { Release } from './model/ledger.ts'
export { type Light, lightOfDate, lightOfTask } from './model/light.ts'
export type { TaskState } from './model/steps.ts'
export { ledgerModule } from './module.ts'
