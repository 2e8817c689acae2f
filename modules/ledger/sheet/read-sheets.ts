import * as sheets from '@guangyue/platform/sheets'
import { SheetUnreadable } from '../errors.ts'

/** A ledger of 20,000 rows unpacks to a tenth of this. */
const limits: sheets.SheetLimits = { rows: 20_000, columns: 200, unpacked: 80 * 1024 * 1024 }

/** A sheet as the ledger keeps it. */
export type SheetText = Omit<sheets.SheetText, 'faults'>

/** The sheets of an office's file (see `platform/sheets`). What cannot be read is refused (SheetUnreadable). */
export function readSheets(bytes: Buffer): readonly SheetText[] {
  try {
    return sheets.readSheets(bytes, limits).map(({ faults: _, ...sheet }) => sheet)
  } catch (error) {
    throw error instanceof sheets.SheetUnreadable ? new SheetUnreadable(error.said.what, error.said.todo) : error
  }
}
