export { createDatabase, type TestDatabase, templateDatabase } from './database.ts'
