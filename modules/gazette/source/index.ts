export { readSource } from './read-source.ts'
export {
  defaultLimits,
  type RefusalCode,
  type SourceLimits,
  type SourceRead,
  type SourceRefusal,
  type SourceText,
} from './source-read.ts'
