export { civilDay, type LegalTime, legalTime } from './legal-time.ts'
