import type { App } from '@guangyue/platform/http'
import { listBodiesEndpoint } from '../api.ts'
import { bodiesToChoose } from '../service/bodies.ts'

/** Whom a task may be given to. */
export function bodyRoutes(app: App): void {
  app.serve(listBodiesEndpoint, (ctx) => bodiesToChoose(ctx))
}
