import * as sheets from '@guangyue/platform/sheets'
import { SheetTooLong, SheetUnreadable } from '../errors.ts'

/** A ledger of 20,000 rows unpacks to a tenth of this. */
const limits: sheets.SheetLimits = { rows: 20_000, columns: 200, unpacked: 80 * 1024 * 1024 }

/** A sheet as the ledger keeps it. */
export type SheetText = Omit<sheets.SheetText, 'faults'>

/** The sheets of an office's file (see `platform/sheets`). What cannot be read is refused (SheetUnreadable). */
export function readSheets(bytes: Buffer): readonly SheetText[] {
  return readAll(bytes).map(({ faults: _, ...sheet }) => sheet)
}

/**
 * The sheets of a file that is taken whole, with the cells that could not be read. A visible one that goes on past the
 * limit is refused (SheetTooLong): what is left out would pass unseen.
 */
export function readWholeSheets(bytes: Buffer): readonly sheets.SheetText[] {
  const all = readAll(bytes)
  const long = all.find(({ hidden, cut }) => cut && !hidden)
  if (long) throw new SheetTooLong(long.name, limits.rows)
  return all
}

function readAll(bytes: Buffer): readonly sheets.SheetText[] {
  try {
    return sheets.readSheets(bytes, limits)
  } catch (error) {
    throw error instanceof sheets.SheetUnreadable ? new SheetUnreadable(error.said.what, error.said.todo) : error
  }
}
