import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { Cities } from '@guangyue/platform/db'
import type { App } from '@guangyue/platform/http'
import { countFailedReactions } from '@guangyue/platform/jobs'
import type { Bundle } from './bundle.ts'
import { apiView } from './portal/api.loader.ts'
import { homeView } from './portal/home.loader.ts'

const dist = fileURLToPath(new URL('./dist/', import.meta.url))

/** What belongs to no module: home, health, the desk's files, the API description. */
export function serveOwnRoutes(app: App, parts: { readonly cities: Cities; readonly bundle: Bundle }): void {
  const { fastify } = app
  app.page({ path: '/', may: 'anyone', view: 'portal.home' }, async (ctx) => ({
    title: ctx.city.name,
    view: await homeView(ctx),
  }))

  fastify.get('/healthz', { schema: { hide: true } }, async (_request, reply) => {
    const { owner, all } = parts.cities
    const answers = await Promise.allSettled(all().map((city) => city.pool.query('select 1')))
    const failedJobs = await countFailedReactions(owner).catch(() => null)
    const ok = failedJobs !== null && answers.every(({ status }) => status === 'fulfilled')
    return reply.code(ok ? 200 : 503).send({ ok, version: parts.bundle.version, cities: answers.length, failedJobs })
  })

  fastify.register(fastifyStatic, {
    root: `${dist}assets`,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
  fastify.register(fastifyStatic, {
    root: `${dist}desk/assets`,
    prefix: '/desk/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
  fastify.get('/favicon.ico', { schema: { hide: true } }, async (_request, reply) =>
    reply.redirect('/assets/mark.svg', 301),
  )

  // The desk is one page; its own addresses below /desk are drawn in the browser.
  app.page({ path: '/desk', may: 'signed-in', view: 'portal.error' }, deskPage)
  app.page({ path: '/desk/*', may: 'signed-in', view: 'portal.error' }, deskPage)

  fastify.get('/api/openapi.json', { schema: { hide: true } }, async () => fastify.swagger())
  app.page({ path: '/api', may: 'anyone', view: 'portal.api' }, async ({ lang }) => ({
    title: interfaceWord[lang],
    crumbs: [{ label: interfaceWord[lang] }],
    view: apiView(fastify.swagger(), lang),
  }))
}

const interfaceWord = { zh: '接口', en: 'Interface' } as const

async function deskPage(): Promise<{ html: string }> {
  return { html: await readFile(`${dist}desk/index.html`, 'utf8') }
}
