import { sm2, sm3 } from 'sm-crypto-v2'
import type { Ctx, Tx } from '../db/index.ts'
import type { Signed } from './signing.ts'

/**
 * Signs a text with the city's newest SM2 key (GB/T 32918.2, curve of part 5, digest SM3, the usual identity
 * 1234567812345678). The first time the key is made. Signature as DER, public key as an uncompressed point, both in hex.
 */
export async function signTextSm2(ctx: Ctx, tx: Tx, text: string): Promise<Signed> {
  const { publicKey, privateKey } = (await newestSm2Key(tx)) ?? (await makeFirstSm2Key(ctx, tx))
  const signature = sm2.doSignature(bytesOf(text), privateKey, { hash: true, der: true, publicKey })
  return { text, signature, publicKey }
}

/** Whether the SM2 signature over the text was made with this key. Anything that is no key or signature is simply false. */
export function isSignedSm2({ text, signature, publicKey }: Signed): boolean {
  try {
    return sm2.doVerifySignature(bytesOf(text), signature, publicKey, { hash: true, der: true })
  } catch {
    return false
  }
}

/** SM3 over a key in hex: the short name of an SM2 key (GB/T 32905). */
export function sm2FingerprintOf(publicKey: string): string {
  return sm3(Buffer.from(publicKey, 'hex'))
}

/** The SM2 keys that the city has had, newest first. */
export async function sm2PublicKeys(db: Ctx['db']): Promise<readonly string[]> {
  const rows = await db.selectFrom('sm2_key').select('public_key').orderBy('number', 'desc').execute()
  return rows.map((row) => row.public_key)
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

interface Pair {
  readonly publicKey: string
  readonly privateKey: string
}

function newestSm2Key(tx: Tx): Promise<Pair | undefined> {
  return tx
    .selectFrom('sm2_key')
    .select(['public_key as publicKey', 'private_key as privateKey'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Two who come at once make one: the second waits for the first and takes its key. */
async function makeFirstSm2Key(ctx: Ctx, tx: Tx): Promise<Pair> {
  const pair = sm2.generateKeyPairHex()
  const made = await tx
    .insertInto('sm2_key')
    .values({ number: 1, public_key: pair.publicKey, private_key: pair.privateKey, made_at: ctx.now })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) {
    await ctx.audit(tx, 'city.signing-key', { thing: `signing-key/${sm2FingerprintOf(pair.publicKey)}` })
    return pair
  }
  const first = await newestSm2Key(tx)
  if (!first) throw new Error('the first SM2 key is there and cannot be seen')
  return first
}
