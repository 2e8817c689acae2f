import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { layout } from './cluster.ts'
import { type Durability, type EmbeddedDatabase, removeEmbedded, startEmbedded } from './index.ts'
import { isAlive, postmasterPid } from './postmaster.ts'

const isRoot = process.getuid?.() === 0
const NOBODY = 65534
let root = ''

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'guangyue-embedded-'))
  await chmod(root, 0o755)
})
after(async () => {
  for (const database of started) await database.stop()
  for (const folder of folders) await removeEmbedded(folder).catch(() => undefined)
  await rm(root, { recursive: true, force: true })
})

const started: EmbeddedDatabase[] = []
const folders = new Set<string>()

async function start(folder: string, port?: number): Promise<EmbeddedDatabase> {
  folders.add(folder)
  const database = await startEmbedded({ dataDir: folder, port, durability: 'none', log: () => undefined })
  started.push(database)
  return database
}

async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** A program of its own that starts the database, prints its address or the fault, and stays until it is killed. */
async function startElsewhere(
  folder: string,
  { uid, durability = 'none' }: { uid?: number; durability?: Durability } = {},
): Promise<[ChildProcess, string]> {
  folders.add(folder)
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)})
    const options = { dataDir: ${JSON.stringify(folder)}, durability: ${JSON.stringify(durability)}, log() {} }
    await startEmbedded(options).then((db) => console.log(db.ownerUrl), (fault) => console.log(fault.message))
    process.once('disconnect', () => process.exit())`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    ...(uid === undefined ? {} : { uid, gid: uid }),
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  assert.ok(child.stdout)
  for await (const line of createInterface(child.stdout)) return [child, line]
  throw new Error('the program ended without a word')
}

async function killHard(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

async function serverPid(folder: string): Promise<number> {
  const pid = await postmasterPid(layout(folder).cluster)
  assert.ok(pid, 'the server has a process')
  return pid
}

test('embedded: data, address and password outlive a restart, and stopping twice is harmless', async () => {
  const folder = join(root, 'restart')
  const first = await start(folder)
  await query(first.ownerUrl, "create table t (名称 text); insert into t values ('聊城')")
  await first.stop()
  await first.stop()
  const second = await start(folder)
  assert.equal(second.ownerUrl, first.ownerUrl)
  assert.deepEqual(await query(second.ownerUrl, 'select * from t'), [{ 名称: '聊城' }])
  await second.stop()
  await assert.rejects(query(second.ownerUrl, 'select 1'), { code: 'ECONNREFUSED' })
})

test('embedded: nobody gets in without the password, which only its owner can read', async () => {
  const folder = join(root, 'password')
  const database = await start(folder)
  for (const password of ['', 'guangyue']) {
    const url = new URL(database.ownerUrl)
    url.password = password
    await assert.rejects(query(url.href, 'select 1'), /password/)
  }
  assert.equal((await stat(layout(folder).password)).mode & 0o777, 0o600)
  assert.deepEqual(await query(database.ownerUrl, 'show listen_addresses'), [{ listen_addresses: '127.0.0.1' }])
  await database.stop()
})

test('embedded: a second start on the same folder is refused in one sentence, and the first runs on', async () => {
  const folder = join(root, 'twice')
  const database = await start(folder)
  await assert.rejects(start(folder), {
    message: `数据文件夹 ${folder} 正由另一个光岳程序使用；请先停止它，或换一个数据文件夹`,
  })
  const [other, said] = await startElsewhere(folder)
  assert.match(said, /正由另一个光岳程序使用/)
  await killHard(other)
  assert.deepEqual(await query(database.ownerUrl, 'select 1 as one'), [{ one: 1 }])
  await database.stop()
})

test('embedded: a server left behind by a killed program is ended, and its data are there', async () => {
  const folder = join(root, 'orphan')
  const [program, url] = await startElsewhere(folder)
  await query(url, 'create table t as select 7 as n')
  await killHard(program)
  const orphan = await serverPid(folder)
  assert.ok(isAlive(orphan))
  const database = await start(folder)
  assert.notEqual(await serverPid(folder), orphan)
  assert.deepEqual(await query(database.ownerUrl, 'select n from t'), [{ n: 7 }])
  await database.stop()
})

test('embedded: program and server both killed: the next start recovers what was committed', async () => {
  const folder = join(root, 'killed')
  const [program, url] = await startElsewhere(folder, { durability: 'full' })
  await query(url, 'create table t as select generate_series(1, 1000) as n')
  process.kill(await serverPid(folder), 'SIGKILL')
  await killHard(program)
  const database = await start(folder)
  assert.deepEqual(await query(database.ownerUrl, 'select count(*)::int as n from t'), [{ n: 1000 }])
  await database.stop()
})

for (const [how, signal] of [
  ['killed', 'SIGKILL'],
  ['asked politely to stop, with a session open', 'SIGTERM'],
  ['stopped at once', 'SIGQUIT'],
] as const) {
  test(`embedded: only the server is ${how}: it is started again at the same address`, async () => {
    const folder = join(root, `server-${signal}`)
    const said: string[] = []
    const database = await startEmbedded({ dataDir: folder, durability: 'none', log: (line) => said.push(line) })
    started.push(database)
    const session = new pg.Client({ connectionString: database.ownerUrl })
    session.on('error', () => undefined)
    await session.connect()
    process.kill(await serverPid(folder), signal)
    while (said.length < 2) await sleep(50)
    assert.deepEqual(said, ['内置数据库意外停止，正在重新启动', '内置数据库已重新启动，数据完好'])
    assert.deepEqual(await query(database.ownerUrl, 'select 1 as one'), [{ one: 1 }])
    await database.stop()
  })
}

test('embedded: a half-made cluster of a killed first start is thrown away', async () => {
  const folder = join(root, 'half-made')
  await mkdir(layout(folder).unfinished, { recursive: true })
  await writeFile(join(layout(folder).unfinished, 'PG_VERSION'), '18')
  const database = await start(folder)
  assert.deepEqual(await query(database.ownerUrl, 'select 1 as one'), [{ one: 1 }])
  await database.stop()
})

test('embedded: after a restart of the machine the recorded process number belongs to another program', async () => {
  const folder = join(root, 'reused-number')
  await (await start(folder)).stop()
  const stranger = spawn('sleep', ['60'])
  await writeFile(
    join(layout(folder).cluster, 'postmaster.pid'),
    `${stranger.pid}\n${layout(folder).cluster}\n0\n5432\n\n\n0 0\nready\n`,
  )
  const database = await start(folder)
  assert.deepEqual(await query(database.ownerUrl, 'select 1 as one'), [{ one: 1 }])
  await database.stop()
  assert.equal(stranger.exitCode, null, 'the stranger was left alone')
  stranger.kill()
})

test('embedded: a remembered port that is taken is changed, one insisted on is refused', async () => {
  const folder = join(root, 'port')
  const first = await start(folder)
  await first.stop()
  const squatter = createServer().listen(first.port, '127.0.0.1')
  await once(squatter, 'listening')
  await assert.rejects(start(folder, first.port), { message: `内置数据库要用的端口 ${first.port} 被其他程序占用` })
  const second = await start(folder)
  assert.notEqual(second.port, first.port)
  assert.equal(await readFile(layout(folder).port, 'utf8'), `${second.port}\n`)
  await second.stop()
  squatter.close()
})

test('embedded: root runs it as nobody where nobody can reach', { skip: !isRoot && 'not root' }, async () => {
  const folder = join(root, 'as-nobody')
  const database = await start(folder)
  assert.equal((await stat(layout(folder).cluster)).uid, NOBODY)
  await database.stop()
})

test('embedded: root under a closed home runs it in a user namespace', { skip: !isRoot && 'not root' }, async () => {
  const home = join(root, 'closed-home')
  await mkdir(home, { mode: 0o700 })
  const folder = join(home, 'data')
  const database = await start(folder)
  assert.deepEqual(await query(database.ownerUrl, 'select 1 as one'), [{ one: 1 }])
  assert.equal((await stat(layout(folder).cluster)).uid, 0)
  await database.stop()
  await (await start(folder)).stop()
})

test('embedded: an ordinary user runs it directly', { skip: !isRoot && 'the other tests did so' }, async () => {
  const folder = join(root, 'ordinary')
  await mkdir(folder, { mode: 0o700 })
  await chown(folder, NOBODY, NOBODY)
  const [program, url] = await startElsewhere(folder, { uid: NOBODY })
  assert.deepEqual(await query(url, 'select 1 as one'), [{ one: 1 }])
  await killHard(program)
  await (await start(folder)).stop()
})

test('embedded: a folder that may not be written is refused in one sentence', {
  skip: !isRoot && 'needs two users',
}, async () => {
  const closed = join(root, 'not-mine')
  await mkdir(closed, { mode: 0o755 })
  const [program, said] = await startElsewhere(join(closed, 'data'), { uid: NOBODY })
  assert.match(said, /^没有读写数据文件夹的权限/)
  await killHard(program)
})
