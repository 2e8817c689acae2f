export { DomainError, type ErrorKind, type FieldFault, type Said } from './domain-error.ts'
