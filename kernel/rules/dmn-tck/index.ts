export { type CaseResult, modelNameOf, runCases } from './cases.ts'
