export { issueLicence } from './issue.ts'
export type { Field } from './model.ts'
export { licencesModule } from './module.ts'
export { verifyFile } from './signed-file.ts'
