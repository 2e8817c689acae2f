export { type Cities, openCities } from './cities.ts'
export type { City, CityFacts, OpenCity, Outlets } from './city.ts'
export { connect, newId } from './connect.ts'
export {
  type AuditEntry,
  type Ctx,
  type CtxParts,
  contextFor,
  type Db,
  type DomainEvent,
  type JointWork,
  type Tx,
} from './context.ts'
export {
  beginPlay,
  type DemonstrationPlay,
  findPlay,
  isBeingPlayed,
  keepPlace,
  tellPlayProblem,
} from './demonstration-play.ts'
export { CityNameTaken, StaleVersion } from './errors.ts'
export { jsonText } from './json-text.ts'
export { listen } from './listen.ts'
export { type MigrationSource, migrate } from './migrate.ts'
