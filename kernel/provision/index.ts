export type { ProvisionRef } from './provision-ref.ts'
