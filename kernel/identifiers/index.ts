export {
  type CreditCode,
  type CreditCodeReading,
  creditCodeCheck,
  organisationCodeCheck,
  parseCreditCode,
} from './credit-code.ts'
export { type DivisionCode, findDivisionCode } from './division-code.ts'
export { type DocumentNumber, findDocumentNumber, writeDocumentNumber } from './document-number.ts'
export { toHalfWidth } from './half-width.ts'
export {
  maskResidentId,
  maskResidentIds,
  parseResidentId,
  type ResidentId,
  type ResidentIdReading,
  residentIdCheck,
} from './resident-id.ts'
export { maskTelephone, parseTelephone, type TelephoneReading } from './telephone.ts'
