import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type TestCity, testCity } from '../testing/index.ts'
import { fingerprintOf, isSigned, publicKeys, signingKey, signText } from './index.ts'

let place: TestCity
before(async () => {
  place = await testCity([])
})
after(() => place.drop())

test('signing: five who ask at once make one key, and it is in the audit without its secret', async () => {
  const ctx = place.ctx()
  const keys = await Promise.all(Array.from({ length: 5 }, () => ctx.transact((tx) => signingKey(ctx, tx))))
  assert.equal(new Set(keys.map(({ publicKey }) => publicKey)).size, 1)
  const [key] = keys
  assert.deepEqual(await publicKeys(ctx.db), [key?.publicKey])
  const { rows } = await sql<{ record: string }>`select row_to_json(a)::text as record from audit_record a
    where action = 'city.signing-key'`.execute(ctx.db)
  assert.equal(rows.length, 1)
  assert.match(rows[0]?.record ?? '', new RegExp(fingerprintOf(key?.publicKey ?? '')))
  const secret = await sql<{ key: string }>`select private_key as key from signing_key`.execute(ctx.db)
  assert.ok(!rows[0]?.record.includes(secret.rows[0]?.key ?? '-'))
})

test('signing: holds for the text and key alone', async () => {
  const ctx = place.ctx()
  const signed = await ctx.transact(async (tx) => {
    await signingKey(ctx, tx)
    return signText(tx, '公报2023年第4期')
  })
  assert.equal(isSigned(signed), true)
  const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
  for (const changed of [
    { text: '公报2023年第5期' },
    { publicKey: other },
    { publicKey: '不是钥匙' },
    { publicKey: rsa.export({ format: 'der', type: 'spki' }).toString('base64') },
    { signature: '' },
    { signature: `${signed.signature.slice(0, -4)}AAA=` },
  ]) {
    assert.equal(isSigned({ ...signed, ...changed }), false)
  }
})

test('signing: the program can neither change nor remove a key', async () => {
  const { db } = place.ctx()
  await assert.rejects(sql`update signing_key set public_key = 'x'`.execute(db), /permission denied/)
  await assert.rejects(sql`delete from signing_key`.execute(db), /permission denied/)
})
