import { join } from 'node:path'
import { resolveActor } from '@guangyue/modules/identity'
import { startSealer } from '@guangyue/platform/audit'
import type { Config } from '@guangyue/platform/config'
import { type Cities, type Outlets, openCities } from '@guangyue/platform/db'
import { startEmbedded } from '@guangyue/platform/db/embedded'
import { openFiles } from '@guangyue/platform/files'
import { buildServer, grantsOf, migrationsOf } from '@guangyue/platform/http'
import { startDispatcher } from '@guangyue/platform/jobs'
import { smtpMailer } from '@guangyue/platform/mail'
import { loadBundle } from './bundle.ts'
import { loadDemonstration } from './demonstration/load.ts'
import { startPlayer } from './demonstration/player.ts'
import { modules } from './modules.ts'
import { atMostOnceAMinute } from './once-a-minute.ts'
import { serverModule } from './server-module.ts'

export interface Program {
  readonly address: string
  readonly cities: Cities
  stop(): Promise<void>
}

/** Starts everything in one process: database, cities, demonstration, jobs, HTTP. What was started ends if a step fails. */
export async function startProgram(config: Config, say: (line: string) => void): Promise<Program> {
  const ends: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  try {
    return { ...(await startParts(config, { say, ends })), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

interface Starting {
  readonly say: (line: string) => void
  /** What has to end, in the order in which it was started. */
  readonly ends: (() => Promise<void>)[]
}

async function startParts(config: Config, { say, ends }: Starting): Promise<Pick<Program, 'address' | 'cities'>> {
  const bundle = await loadBundle()
  const ownerUrl = config.databaseUrl ?? (await startOwnDatabase(config, { say, ends }))
  const cities = await openCities(ownerUrl, {
    sources: migrationsOf(modules),
    files: (city) => openFiles(city, config),
    outlets: outletsOf(config),
  })
  ends.push(() => cities.close())
  const all = [serverModule({ cities, bundle, embedded: config.mode === 'demonstration' }), ...modules]
  const grants = grantsOf(all)
  const log = atMostOnceAMinute((sentence, error) =>
    console.error(sentence, config.logLevel === 'debug' ? error : messageOf(error)),
  )
  const sealer = startSealer(cities, log)
  ends.push(() => sealer.stop())
  const dispatcher = await startDispatcher({ cities, modules, grants, log })
  ends.push(() => dispatcher.stop())
  const demonstrated = { modules, grants, say, demonstration: config.demonstration }
  if (config.mode === 'demonstration') await loadDemonstration(cities, demonstrated)
  const { fastify } = await buildServer({
    cities,
    modules: all,
    grants,
    resolveActor,
    render: bundle.render,
    cssHref: bundle.cssHref,
    logLevel: config.logLevel,
    version: bundle.version,
  })
  const address = await listen(fastify, config)
  ends.push(() => fastify.close())
  announce(cities, { address, config, say })
  if (config.mode === 'demonstration') {
    const player = await startPlayer({ ...demonstrated, cities, log })
    ends.push(() => player.stop())
  }
  return { address, cities }
}

async function startOwnDatabase(config: Config, { say, ends }: Starting): Promise<string> {
  const database = await startEmbedded({ dataDir: join(config.dataFolder, 'postgres'), log: say })
  ends.push(() => database.stop())
  return database.ownerUrl
}

async function listen(fastify: Awaited<ReturnType<typeof buildServer>>['fastify'], config: Config): Promise<string> {
  try {
    return await fastify.listen({ port: config.port, host: config.host })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new Error(`端口 ${config.port} 已被占用：请先停掉占用它的程序，或用 PORT=其他端口 启动`, { cause: error })
  }
}

function outletsOf(config: Config): Outlets {
  const mail = config.smtpUrl ? smtpMailer(config.smtpUrl, config.mailFrom) : null
  return { mail, hookReach: config.hookReach, publicUrl: config.publicUrl }
}

function messageOf(error: unknown): unknown {
  return error instanceof Error ? error.message : error
}

function announce(cities: Cities, parts: { address: string; config: Config; say: (line: string) => void }): void {
  const { port } = new URL(parts.address)
  parts.say('')
  parts.say(`光岳已启动：${parts.config.publicUrl ?? `http://localhost:${port}`}`)
  for (const city of cities.all()) parts.say(`  ${city.name}  http://${city.key}.localhost:${port}`)
  if (parts.config.mode === 'demonstration') {
    parts.say(`演示数据，人物均为虚构。登录 http://localhost:${port}/sign-in （页面上列有主要演示账号）`)
    parts.say(
      '  督查室 dubanshi · 经办人 shenpi · 单位负责人 shenpijuzhang · 管理员 guanliyuan　密码都是 guangyue-demo',
    )
  } else if (cities.all().length === 0) {
    parts.say('还没有城市和账号：请运行 npm exec -- guangyue admin create')
  }
}
