export { type Actor, anyone, systemActor } from './actor.ts'
export { ActionNotAllowed, SignInNeeded } from './errors.ts'
export { type Grant, type Grants, isAllowed, type Reach, type Role, roles, type Thing } from './grants.ts'
