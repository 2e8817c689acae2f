import type { App } from '@guangyue/platform/http'
import { keepCookies } from '../keep-cookies.ts'
import * as api from './api.ts'
import * as service from './service.ts'

/** One's own account: password, verifier, devices. */
export function ownRoutes(app: App): void {
  app.serve(api.readOwnAccountEndpoint, (ctx, _input, { raw }) => service.readOwnAccount(ctx, raw.headers))
  app.serve(api.changeOwnPasswordEndpoint, async (ctx, { body }, { raw }) => {
    await service.changeOwnPassword(ctx, body, raw.headers)
    return {}
  })
  app.serve(api.beginCodeEndpoint, (ctx, { body }, { raw }) => service.beginCode(ctx, body.password, raw.headers))
  app.serve(api.confirmCodeEndpoint, async (ctx, { body }, { raw, reply }) => {
    keepCookies(reply, await service.confirmCode(ctx, body.code, raw.headers))
    return {}
  })
  app.serve(api.endCodeEndpoint, async (ctx, { body }) => {
    await service.endCode(ctx, body.password)
    return {}
  })
  app.serve(api.endSessionEndpoint, async (ctx, { params }, { raw }) => {
    await service.endOwnSessions(ctx, params, raw.headers)
    return {}
  })
  app.serve(api.endOtherSessionsEndpoint, async (ctx, _input, { raw }) => {
    await service.endOwnSessions(ctx, 'others', raw.headers)
    return {}
  })
}
