import { fingerprintOf, isSigned, isSignedSm2, type Signed, sm2FingerprintOf } from '@guangyue/platform/signing'
import { z } from 'zod'

const Signature = z.strictObject({ publicKey: z.string().max(400), signature: z.string().max(400) })
export const Signatures = z.strictObject({ ed25519: Signature, sm2: Signature })
export type Signatures = z.output<typeof Signatures>

/** A licence as a file, and the keys of a city as they are published. */
const SignedFile = z.strictObject({ text: z.string().max(100_000), signatures: Signatures })
const Keys = z.strictObject({ ed25519: z.array(z.string()), sm2: z.array(z.string()) })
export type Keys = z.output<typeof Keys>

/** Whether both signatures over the text hold, whoever made them. */
export function signaturesHold(text: string, { ed25519, sm2 }: Signatures): boolean {
  return isSigned({ text, ...ed25519 }) && isSignedSm2({ text, ...sm2 })
}

/** The two signatures of one text, as they are kept and handed out; each names its key. */
export function signaturesOf(ed25519: Signed, sm2: Signed): Signatures {
  const part = ({ publicKey, signature }: Signed) => ({ publicKey, signature })
  return { ed25519: part(ed25519), sm2: part(sm2) }
}

export type FileReading =
  | { readonly ok: true; readonly text: string; readonly keys: readonly string[] }
  | { readonly ok: false; readonly why: string }

/**
 * Verifies a licence's file against the published keys, both as text, without the program's database. Says what the
 * licence says, with the short names of the keys, or in Chinese why it does not hold.
 */
export function verifyFile(file: string, published: string): FileReading {
  const signed = SignedFile.safeParse(parsed(file))
  if (!signed.success) return { ok: false, why: '这不是电子证照文件' }
  const keys = Keys.safeParse(parsed(published))
  if (!keys.success) return { ok: false, why: '这不是公布的公钥文件' }
  const { text, signatures } = signed.data
  const { ed25519, sm2 } = signatures
  if (!keys.data.ed25519.includes(ed25519.publicKey) || !keys.data.sm2.includes(sm2.publicKey)) {
    return { ok: false, why: '签名用的密钥不在公布的公钥之中' }
  }
  if (!isSigned({ text, ...ed25519 })) return { ok: false, why: 'Ed25519 签名不符：内容或签名被改动' }
  if (!isSignedSm2({ text, ...sm2 })) return { ok: false, why: 'SM2 签名不符：内容或签名被改动' }
  return { ok: true, text, keys: [fingerprintOf(ed25519.publicKey), sm2FingerprintOf(sm2.publicKey)] }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
