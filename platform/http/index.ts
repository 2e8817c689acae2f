export type { App, Download, Exchange, FormShape, PageRequest, PageResult, PageShape, UploadedFile } from './app.ts'
export {
  type CallOf,
  type EndpointShape,
  endpoint,
  type InputOf,
  type May,
  type ProblemBody,
  type ReplyOf,
} from './endpoint.ts'
export {
  CityUnknown,
  FileMissing,
  FileTooLarge,
  ForeignOrigin,
  InputInvalid,
  PageNotFound,
  StoreAway,
} from './errors.ts'
export { type CityModule, grantsOf, migrationsOf, type Reaction, type ResolveActor } from './module.ts'
export { buildServer } from './server.ts'
export type { DeclaredRoute, RenderPage, ServerParts } from './server-parts.ts'
export type { ShellProps } from './shell.ts'
