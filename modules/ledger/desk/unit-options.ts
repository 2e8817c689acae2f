import { useCall } from '@guangyue/platform/ui/desk'
import { listBodiesEndpoint } from '../api.ts'
import type { LedgerBody } from './shapes.ts'

/** The units that a task may be given to; empty until they are read. */
export function useUnits(): readonly LedgerBody[] {
  return useCall(listBodiesEndpoint).data?.items ?? []
}

/** Finds a unit by any part of its short or full name. */
export function unitFits(typed: string, unit: { readonly label: string; readonly full: string }): boolean {
  return unit.label.includes(typed) || unit.full.includes(typed)
}
