import type { App } from '@guangyue/platform/http'
import { recordAct } from './admin/acts.ts'
import * as bodies from './admin/bodies.ts'
import { groupEntries, saveGroup } from './admin/groups.ts'
import { importBodies, previewBodies } from './admin/import.ts'
import * as api from './api.ts'
import { tenures } from './service.ts'
import { sampleSheet } from './sheet/write-sample.ts'

/** Bodies, groups, posts and tenures as the administrator keeps them. */
export function organisationRoutes(app: App): void {
  bodyRoutes(app)
  importRoutes(app)
  app.serve(api.listGroupEntriesEndpoint, async (ctx) => ({
    groups: (await groupEntries(ctx)).map((group) => ({
      ...group,
      printed: [...group.printed],
      members: [...group.members],
    })),
  }))
  app.serve(api.saveGroupEndpoint, async (ctx, { params, body }) => {
    await saveGroup(ctx, { ...body, id: params.id })
    return {}
  })
  app.serve(api.listTenuresEndpoint, async (ctx, { query }) => ({
    tenures: [
      ...(await tenures(ctx.db, { day: query.day ?? null, bodyId: query.bodyId ?? null, text: query.text ?? null })),
    ],
  }))
  app.serve(api.recordActEndpoint, async (ctx, { body }) => {
    await recordAct(ctx, body)
    return {}
  })
}

function bodyRoutes(app: App): void {
  app.serve(api.listBodyEntriesEndpoint, async (ctx) => ({
    bodies: (await bodies.bodyEntries(ctx)).map((body) => ({
      ...body,
      names: [...body.names],
      aliases: [...body.aliases],
      successors: [...body.successors],
    })),
  }))
  app.serve(api.createBodyEndpoint, async (ctx, { body }) => ({ id: await bodies.createBody(ctx, body) }))
  app.serve(api.changeBodyEndpoint, async (ctx, { params, body }) => {
    await bodies.changeBody(ctx, { ...body, id: params.id })
    return {}
  })
  app.serve(api.renameBodyEndpoint, async (ctx, { params, body }) => {
    await bodies.renameBody(ctx, { ...body, id: params.id })
    return {}
  })
  app.serve(api.addAliasEndpoint, async (ctx, { params, body }) => {
    await bodies.addAlias(ctx, { ...body, bodyId: params.id })
    return {}
  })
  app.serve(api.removeAliasEndpoint, async (ctx, { params }) => {
    await bodies.removeAlias(ctx, { bodyId: params.id, id: params.aliasId })
    return {}
  })
  app.serve(api.closeBodyEndpoint, async (ctx, { params, body }) => {
    await bodies.closeBody(ctx, { ...body, id: params.id })
    return {}
  })
}

function importRoutes(app: App): void {
  app.upload(api.previewBodiesEndpoint, async (ctx, _input, file) => ({
    lines: (await previewBodies(ctx, file.bytes)).map((line) => ({
      ...line,
      aliases: [...line.aliases],
      faults: [...line.faults],
    })),
  }))
  app.serve(api.importBodiesEndpoint, (ctx, { body }) => importBodies(ctx, body.lines))
  app.download(api.bodySheetEndpoint, async () => ({
    name: '单位样表.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await sampleSheet(),
  }))
}
