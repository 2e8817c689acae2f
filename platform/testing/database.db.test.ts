import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { createDatabase, templateDatabase } from './database.ts'

async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('test database: copies of one template do not see each other, and the template is prepared once', async () => {
  let prepared = 0
  const template = () =>
    templateDatabase('one-row', async (url) => {
      prepared += 1
      await query(url, 'create table t (n int); insert into t values (1)')
    })
  const first = await createDatabase(await template())
  const second = await createDatabase(await template())
  await query(first.url, 'insert into t values (2)')
  assert.deepEqual(await query(first.url, 'select n from t order by n'), [{ n: 1 }, { n: 2 }])
  assert.deepEqual(await query(second.url, 'select n from t'), [{ n: 1 }])
  assert.equal(prepared, 1)
  await first.drop()
  await second.drop()
})

test('test database: dropping ends connections that are still open', async () => {
  const database = await createDatabase()
  const client = new pg.Client({ connectionString: database.url })
  const lost = new Promise((resolve) => client.on('error', resolve))
  await client.connect()
  await database.drop()
  assert.match(String(await lost), /terminating connection|Connection terminated/)
  await assert.rejects(query(database.url, 'select 1'), /does not exist/)
})
