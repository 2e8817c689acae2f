import { type Actor, systemActor } from '@guangyue/platform/access'
import type { DomainEvent } from '@guangyue/platform/db'
import { buildServer, type DeclaredRoute, grantsOf } from '@guangyue/platform/http'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { loadBundle } from '../apps/server/bundle.ts'
import { modules } from '../apps/server/modules.ts'

export type BenchServer = Awaited<ReturnType<typeof buildServer>>['fastify']

/** A city on an empty database with all modules, and the real server, which is not listening yet. */
export interface BenchCity extends TestCity {
  readonly fastify: BenchServer
  /** Hands a gazette's text in through the upload. Returns the id of the import. */
  upload(text: string): Promise<string>
  /** What the workers do with an import that was handed in: reads it and puts it on record. */
  readImport(id: string): Promise<void>
  /** What the workers do with an event, at once. */
  react(event: DomainEvent): Promise<void>
  readonly routes: readonly DeclaredRoute[]
}

/** `actorOf` says who asks by the cookie; the program itself unless given. */
export async function benchCity(actorOf: (cookie: string) => Actor = () => systemActor): Promise<BenchCity> {
  const place = await testCity(modules)
  const bundle = await loadBundle()
  const { fastify, declared } = await buildServer({
    cities: place.cities,
    modules,
    grants: grantsOf(modules),
    resolveActor: async ({ cookie }) => actorOf(String(cookie)),
    render: bundle.render,
    cssHref: bundle.cssHref,
    logLevel: 'silent',
    version: bundle.version,
  })
  return {
    ...place,
    fastify,
    routes: declared,
    react: (event) => react(place, event),
    upload: (text) => upload(place, fastify, text),
    readImport: (id) => react(place, { name: 'gazette.import-received', payload: { importId: id } }),
    async drop() {
      await fastify.close()
      await place.drop()
    },
  }
}

async function upload(place: TestCity, fastify: BenchServer, text: string): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([text], { type: 'text/plain' }), 'issue.txt')
  const sent = new Response(form)
  const answer = await fastify.inject({
    method: 'POST',
    url: '/api/gazette/imports',
    headers: { 'content-type': sent.headers.get('content-type') ?? '', cookie: 'bench', host: place.city.host },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
  if (answer.statusCode !== 202) throw new Error(`the upload was answered with ${answer.statusCode}: ${answer.body}`)
  const { id } = answer.json<{ id: string }>()
  return id
}

/** What the workers would do with an event of this name, at once. */
async function react(place: TestCity, event: DomainEvent): Promise<void> {
  const ctx = place.ctx()
  for (const { reactions } of modules) await reactions?.[event.name]?.(ctx, { ...event, id: ctx.newId() })
}
