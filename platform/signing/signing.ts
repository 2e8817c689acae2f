import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { Ctx, Db, Tx } from '../db/index.ts'

// The only place that reads a city's private key.

/** A public key as it is handed out: SPKI in base64, with the short name that is printed. */
export interface PublicKey {
  readonly publicKey: string
  readonly fingerprint: string
}

/** A text with the signature of the city over it, both in base64. */
export interface Signed {
  readonly text: string
  readonly signature: string
  readonly publicKey: string
}

/** The public half of the city's newest key. The first time it is asked for, the key is made. */
export async function signingKey(ctx: Ctx, tx: Tx): Promise<PublicKey> {
  const { publicKey } = (await newestKey(tx)) ?? (await makeFirstKey(ctx, tx))
  return { publicKey, fingerprint: fingerprintOf(publicKey) }
}

/** Signs a text with the city's newest key (Ed25519, RFC 8032), which `signingKey` has made. */
export async function signText(tx: Tx, text: string): Promise<Signed> {
  const row = await newestKey(tx)
  if (!row) throw new Error('a text is signed only after its key was asked for')
  const key = createPrivateKey({ key: Buffer.from(row.privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return { text, signature: sign(null, Buffer.from(text), key).toString('base64'), publicKey: row.publicKey }
}

/** Whether the signature over the text was made with this key. Anything that is no key or signature is simply false. */
export function isSigned({ text, signature, publicKey }: Signed): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** SHA-256 over the key in hex: short enough to print and to compare. */
export function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')
}

/** The keys that the city has had, newest first. */
export async function publicKeys(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('signing_key').select('public_key').orderBy('number', 'desc').execute()
  return rows.map((row) => row.public_key)
}

async function newestKey(tx: Tx): Promise<{ publicKey: string; privateKey: string } | undefined> {
  return tx
    .selectFrom('signing_key')
    .select(['public_key as publicKey', 'private_key as privateKey'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Two who come at once make one: the second waits for the first and takes its key. */
async function makeFirstKey(ctx: Ctx, tx: Tx): Promise<{ publicKey: string }> {
  const pair = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { format: 'der', type: 'spki' },
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
  })
  const publicKey = pair.publicKey.toString('base64')
  const made = await tx
    .insertInto('signing_key')
    .values({ number: 1, public_key: publicKey, private_key: pair.privateKey.toString('base64'), made_at: ctx.now })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) {
    await ctx.audit(tx, 'city.signing-key', { thing: `signing-key/${fingerprintOf(publicKey)}` })
    return { publicKey }
  }
  const first = await newestKey(tx)
  if (!first) throw new Error('the first key is there and cannot be seen')
  return first
}
