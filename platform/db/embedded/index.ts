export type { Durability } from './cluster.ts'
export { EmbeddedDatabaseFault } from './fault.ts'
export { findBinaries } from './find-binaries.ts'
export { type EmbeddedDatabase, type EmbeddedOptions, removeEmbedded, startEmbedded } from './start-embedded.ts'
