import type { z } from 'zod'
import type {
  draftItem,
  ledgerBody,
  ledgerDocument,
  listFaultsEndpoint,
  measureDetail,
  taskDetail,
  taskItem,
} from '../api.ts'

// What the screens are given, named once.

export type Measure = z.output<typeof measureDetail>
export type DraftTask = Measure['tasks'][number]
export type Party = DraftTask['leads'][number]
export type DateRead = DraftTask['dates'][number]
export type TargetRead = DraftTask['targets'][number]
export type Fault = Measure['faults'][number]
export type Decision = z.output<typeof listFaultsEndpoint.reply>['items'][number]
export type DraftItem = z.output<typeof draftItem>
export type LedgerDocument = z.output<typeof ledgerDocument>
export type LedgerBody = z.output<typeof ledgerBody>
export type TaskItem = z.output<typeof taskItem>
export type Task = z.output<typeof taskDetail>

export interface Span {
  readonly start: number
  readonly end: number
}
