export { catalogueModule } from './module.ts'
export { bodyKeysOf, readCataloguePack } from './read-pack.ts'
