import { resolveActor } from '@guangyue/modules/identity'
import type { Grants } from '@guangyue/platform/access'
import type { Cities } from '@guangyue/platform/db'
import { buildServer, type DeclaredRoute, grantsOf, type ResolveActor } from '@guangyue/platform/http'
import type { FastifyInstance } from 'fastify'
import { modules } from './modules.ts'
import { serverModule } from './server-module.ts'

/** The whole server without built pages and without a port, for looking at its doors. */
export async function serverForLooking(
  cities: Cities,
  whoAsks: ResolveActor = resolveActor,
): Promise<{ fastify: FastifyInstance; declared: readonly DeclaredRoute[]; grants: Grants }> {
  const bundle = { render: () => '', cssHref: '', version: '' }
  const all = [serverModule({ cities, bundle, embedded: false }), ...modules]
  const grants = grantsOf(all)
  const parts = { cities, modules: all, grants, resolveActor: whoAsks, ...bundle, logLevel: 'silent' }
  return { ...(await buildServer(parts)), grants }
}
