import assert from 'node:assert/strict'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { verifyAudit } from '../audit/index.ts'
import { type Cities, openCities } from '../db/index.ts'
import { diskFiles, keepFile } from '../files/index.ts'
import { createDatabase, type TestCity, type TestDatabase, testCity } from '../testing/index.ts'
import { restoreBackup, writeBackup } from './index.ts'

describe('backup', () => {
  let town: TestCity
  let folder = ''
  let target: TestDatabase
  const outlets = { mail: null, hookReach: 'outside', publicUrl: null } as const

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guangyue-backup-'))
    await writeFile(
      join(folder, '20200101-0000-create-note.sql'),
      'create table note (id bigint generated always as identity primary key, text text not null, twice text generated always as (text || text) stored, parent bigint references note (id))',
    )
    town = await testCity([{ name: 'notes', migrations: pathToFileURL(`${folder}/`) }])
    target = await createDatabase()
  })
  after(async () => {
    await town.drop()
    await target.drop()
    await rm(folder, { recursive: true })
  })

  const openTarget = async (name: string, url = target.url): Promise<Cities> =>
    openCities(url, {
      sources: [{ module: 'notes', folder: pathToFileURL(`${folder}/`) }],
      files: (key) => diskFiles(join(folder, name, key)),
      outlets,
    })

  test('data, files and audit come back, also into a newer schema, and work goes on', async () => {
    const ctx = town.ctx()
    await town.city.pool.query("insert into note (text, parent) values ('甲', null), ('乙\n丙', 1)")
    const stored = await ctx.transact(async (tx) => {
      await ctx.audit(tx, 'test.act', { thing: 'note/1' })
      return keepFile(ctx, tx, { name: '附件.txt', bytes: Buffer.from('附件内容'), accepted: ['text'] })
    })
    const path = join(folder, 'backup.tar.gz')
    const written = await writeBackup(town.cities, path, ctx.now)
    assert.deepEqual([written.cities, written.files], [1, 1])

    await writeFile(
      join(folder, '20210101-0000-add-colour.sql'),
      "alter table note add column colour text not null default '青'",
    )
    const cities = await openTarget('restored')
    try {
      assert.deepEqual(await restoreBackup(cities, path), { cities: ['试验市'], files: 1 })
      const city = cities.byKey('test')
      assert.ok(city)
      const { rows } = await city.pool.query('select id, text, twice, parent, colour from note order by id')
      assert.deepEqual(rows, [
        { id: 1, text: '甲', twice: '甲甲', parent: null, colour: '青' },
        { id: 2, text: '乙\n丙', twice: '乙\n丙乙\n丙', parent: 1, colour: '青' },
      ])
      assert.equal((await city.files.get(stored.digest))?.toString('utf8'), '附件内容')
      assert.equal(city.time().today, '2021-07-06')
      const report = await verifyAudit(city.db)
      assert.deepEqual([report.faults, report.records, report.unsealed], [[], 1, 0])
      assert.equal(report.head, (await verifyAudit(town.city.db)).head)
      await city.pool.query("insert into note (text) values ('丁')")
      await assert.rejects(restoreBackup(cities, path), { code: 'backup.city-present' })
    } finally {
      await cities.close()
    }
  })

  test('a backup that breaks off is refused and leaves nothing behind', async () => {
    const path = join(folder, 'broken.tar.gz')
    await writeBackup(town.cities, path, town.ctx().now)
    await truncate(path, 500)
    const empty = await createDatabase()
    const cities = await openTarget('broken', empty.url)
    try {
      await assert.rejects(restoreBackup(cities, path), { code: 'backup.unreadable' })
      assert.equal(cities.all().length, 0)
    } finally {
      await cities.close()
      await empty.drop()
    }
  })
})
