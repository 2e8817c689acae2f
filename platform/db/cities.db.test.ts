import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { diskFiles } from '../files/index.ts'
import { createDatabase, type TestDatabase } from '../testing/index.ts'
import { type Cities, openCities } from './cities.ts'
import { listen } from './listen.ts'

const outlets = { mail: null, hookReach: 'outside', publicUrl: null } as const
const facts = { governmentName: '试验市人民政府', zone: 'Asia/Shanghai', contact: null }
const cityOf = (key: string) => ({ key, name: key, host: `${key}.example`, demonstration: false, facts })

describe('cities', () => {
  let database: TestDatabase
  let folder = ''
  const open = (): Promise<Cities> =>
    openCities(database.url, { sources: [], files: (key) => diskFiles(join(folder, key)), outlets, poolSize: 2 })

  before(async () => {
    database = await createDatabase()
    folder = await mkdtemp(join(tmpdir(), 'guangyue-cities-'))
  })
  after(async () => {
    await database.drop()
    await rm(folder, { recursive: true })
  })

  test('two programs on one database learn from each other of new cities and moved times', async () => {
    const [mine, theirs] = [await open(), await open()]
    let wake = () => {}
    const following = await mine.follow(() => wake())
    const until = async (seen: () => boolean) => {
      while (!seen()) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
    await theirs.create(cityOf('jia'))
    await until(() => mine.byHost('jia.example') !== undefined)
    await theirs.moveTime('jia', '2021-07-06T04:00:00.000Z')
    await until(() => mine.byKey('jia')?.time().today === '2021-07-06')
    await theirs.moveTime('jia', '2021-09-28T04:00:00.000Z')
    await until(() => mine.byKey('jia')?.time().today === '2021-09-28')
    await following.end()
    await Promise.all([mine.close(), theirs.close()])
  })

  test('a city whose filling was killed is opened by nobody and made anew', async () => {
    const cities = await open()
    await assert.rejects(
      cities.create(cityOf('yi'), async (client, { schema }) => {
        await client.query(`create table "${schema}".half (n int)`)
        const other = await open()
        assert.equal(other.byKey('yi'), undefined)
        await other.close()
        throw new Error('the backup breaks off')
      }),
      /breaks off/,
    )
    assert.equal((await cities.owner.query("select from guangyue.city where key = 'yi'")).rowCount, 0)

    await cities.create(cityOf('bing'))
    await cities.owner.query("update guangyue.city set filling = true where key = 'bing'")
    const later = await open()
    assert.equal(later.byKey('bing'), undefined)
    await later.create(cityOf('bing'), async () => {})
    assert.equal(later.byKey('bing')?.name, 'bing')
    await assert.rejects(
      later.create(cityOf('bing'), async () => {}),
      { code: 'db.city-name-taken' },
    )
    await Promise.all([later.close(), cities.close()])
  })

  test("a city's role reaches neither another city, nor the owner's tables, nor the record of migrations", async () => {
    const cities = await open()
    const ding = await cities.create(cityOf('ding'))
    const wu = await cities.create(cityOf('wu'))
    const denied = [
      `select from ${wu.schema}.audit_record`,
      'select role_secret from guangyue.city',
      'select from guangyue.applied_migration',
      'insert into applied_migration (name, digest) values (1, 2)',
      'update applied_migration set digest = 1',
      'delete from applied_migration',
      'truncate applied_migration',
      'drop table applied_migration',
      'delete from audit_record',
      'create table mine (n int)',
      'create role another',
    ]
    for (const statement of denied) {
      await assert.rejects(ding.pool.query(statement), /permission denied|must be owner/, statement)
    }
    await assert.rejects(ding.pool.query(`set role ${new URL(database.url).username}`), /permission denied/)
    assert.ok((await ding.pool.query('select from applied_migration')).rowCount)
    const address = new URL(ding.pool.options.connectionString ?? '')
    address.password = 'guessed'
    await assert.rejects(new pg.Client(address.href).connect(), /password authentication failed/)
    await cities.close()
  })

  test('a listener whose connection is lost hears again, and is woken for what it may have missed', async () => {
    const cities = await open()
    let heard = Promise.withResolvers<void>()
    const listener = await listen(cities.owner, { some_channel: () => heard.resolve() })
    await cities.owner.query("select pg_notify('some_channel', '')")
    await heard.promise
    heard = Promise.withResolvers()
    await cities.owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen some_channel' and pid <> pg_backend_pid()",
    )
    await heard.promise
    heard = Promise.withResolvers()
    await cities.owner.query("select pg_notify('some_channel', '')")
    await heard.promise
    await listener.end()
    await cities.close()
  })
})
