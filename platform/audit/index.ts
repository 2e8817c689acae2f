export { auditHead, isSealOnRecord, sealAudit } from './seal.ts'
export { type Sealer, startSealer } from './sealer.ts'
export { type AuditReport, verifyAudit } from './verify.ts'
