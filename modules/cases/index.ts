export { playCaseDay } from './demonstration.ts'
export { casesModule } from './module.ts'
