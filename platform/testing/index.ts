export { type TestCity, testCity, testInstant } from './city.ts'
export { createDatabase, type TestDatabase, templateDatabase } from './database.ts'
export { oneConnection } from './one-connection.ts'
