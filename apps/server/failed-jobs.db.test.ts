import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createAccount, identityModule } from '@guangyue/modules/identity'
import { organisationsModule } from '@guangyue/modules/organisations'
import type { Actor } from '@guangyue/platform/access'
import type { CityModule } from '@guangyue/platform/http'
import { startDispatcher } from '@guangyue/platform/jobs'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import type { FastifyInstance } from 'fastify'
import { serverForLooking } from './declared-routes.ts'

describe('failed jobs', () => {
  let town: TestCity
  let fastify: FastifyInstance
  let administrator: Actor
  const work = { of: async (): Promise<void> => {} }
  const post: CityModule = { name: 'post', reactions: { 'post.written': () => work.of() } }

  before(async () => {
    town = await testCity([organisationsModule, identityModule])
    const form = { username: 'guan', name: '管理', password: '一二三四五六七八九十', bodyId: null, title: null }
    const accountId = await createAccount(town.ctx(), { ...form, email: null, roles: ['administrator'] })
    administrator = {
      ...{ kind: 'account', accountId, name: '管理', bodyId: null, bodies: [] },
      roles: ['administrator'],
    }
    fastify = (await serverForLooking(town.cities, async () => administrator)).fastify
  })
  after(async () => {
    await fastify.close()
    await town.drop()
  })

  const ask = async (method: 'GET' | 'POST', url: string) => {
    const answer = await fastify.inject({ method, url, headers: { host: 'test.localhost', cookie: 'any' } })
    return { status: answer.statusCode, body: answer.json() }
  }
  const inbox = async (): Promise<readonly { title: string; href: string }[]> =>
    (await ask('GET', '/api/inbox')).body.messages

  test('the administrators are told, see the fault and the count, and start it again', async () => {
    const { owner } = town.cities
    const modules = [organisationsModule, identityModule, post]
    const dispatcher = await startDispatcher({ cities: town.cities, modules, grants: {}, log: () => {} })
    const tried = Promise.withResolvers<void>()
    work.of = async () => {
      tried.resolve()
      throw new Error('the printer is out of paper')
    }
    await town.ctx().transact((tx) => town.ctx().publish(tx, { name: 'post.written', payload: {} }))
    await tried.promise
    const lastTry =
      'select graphile_worker.reschedule_jobs(array[id], run_at := now(), attempts := max_attempts - 1) from graphile_worker.jobs where locked_at is null'
    while ((await owner.query(lastTry)).rowCount === 0);
    while ((await inbox()).length === 0);
    const [{ title, href } = { title: '', href: '' }] = await inbox()
    assert.deepEqual([title, href], ['后台处理没有办成：post.written', '/desk/admin/jobs'])

    const { body } = await ask('GET', '/api/failed-jobs')
    const [job] = body.jobs
    assert.deepEqual(
      [job.event, job.module, job.fault, job.tries],
      ['post.written', 'post', 'the printer is out of paper', 12],
    )
    assert.deepEqual((await ask('GET', '/healthz')).body, { ok: true, version: '', cities: 1, failedJobs: 1 })

    const done = Promise.withResolvers<void>()
    work.of = async () => done.resolve()
    assert.deepEqual(await ask('POST', `/api/failed-jobs/${job.id}/retry`), { status: 200, body: { jobs: [] } })
    await done.promise
    await dispatcher.stop()
    const again = await ask('POST', `/api/failed-jobs/${job.id}/retry`)
    assert.deepEqual([again.status, again.body.code], [404, 'server.job-not-found'])
  })
})
