export { SheetUnreadable, type UnreadableReason } from './errors.ts'
export { placeOf } from './place.ts'
export { type CellFault, dayOfSerial, readSheets, type SheetLimits, type SheetText } from './read-sheets.ts'
