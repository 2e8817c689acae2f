export {
  createDemonstrationActors,
  type DemonstrationActor,
  demoPassword,
  loadDemonstrationActors,
} from './demonstration.ts'
export { readMessages, type Telling, tell, teller } from './inbox/service.ts'
export type { Account } from './model.ts'
export { identityModule } from './module.ts'
export {
  type AccountForm,
  accountFaults,
  activeActors,
  countAccounts,
  createAccount,
  givenPassword,
  headsOf,
  peopleOfRole,
} from './service.ts'
export { actorOfAccount, resolveActor } from './sign-in.ts'
