import { createHash } from 'node:crypto'
import { chainFaults } from '@guangyue/kernel/proof'
import { isSealOnRecord } from '@guangyue/platform/audit'
import type { Db } from '@guangyue/platform/db'
import { findStored } from '@guangyue/platform/files'
import { fingerprintOf, isSigned, publicKeys } from '@guangyue/platform/signing'
import { z } from 'zod'
import { listSigned, type SignedIssue } from './signed-store.ts'

/** What anyone can check of a signed issue; each true when it holds. */
export interface Verified {
  readonly issue: SignedIssue
  /** The content is what its hash was computed over, and the statement names that hash. */
  readonly content: boolean
  /** The statement is what the hash was computed over. */
  readonly hash: boolean
  /** It follows the issue before. */
  readonly chain: boolean
  /** The signature was made with the city's key over the statement. */
  readonly signature: boolean
  /** The head of the audit that it prints still stands in the audit's chain. */
  readonly seal: boolean
}

const statement = z.object({
  issue: z.string(),
  content: z.string(),
  previous: z.string(),
  key: z.string(),
  audit: z.object({ seal: z.number(), head: z.string() }),
})

/** Verifies every signed issue of the city, first to last. Nothing that is stored is believed beside the statements. */
export async function verifyIssues(db: Db): Promise<readonly Verified[]> {
  const [issues, keys] = await Promise.all([listSigned(db), publicKeys(db)])
  const said = issues.map((issue) => statementOf(issue.statement))
  const faults = chainFaults(
    issues.map((issue, i) => ({ ...issue, previous: said[i]?.previous ?? '' })),
    { hash: sha256, verify: (link) => isSigned({ ...link, text: link.statement }) },
  )
  const verified: Verified[] = []
  for (const [i, issue] of issues.entries()) {
    const statement = said[i]
    const found = faults[i] ?? []
    const seal = statement && { id: statement.audit.seal, seal: statement.audit.head }
    verified.push({
      issue,
      content: sha256(issue.content) === issue.contentHash && statement?.content === issue.contentHash,
      hash: !found.includes('hash'),
      chain: !found.includes('previous') && issue.position === i + 1 && statement?.issue === issue.key,
      signature:
        !found.includes('signature') &&
        keys.includes(issue.publicKey) &&
        statement?.key === fingerprintOf(issue.publicKey),
      seal: seal !== undefined && (await isSealOnRecord(db, seal)),
    })
  }
  return verified
}

export function holds({ content, hash, chain, signature, seal }: Verified): boolean {
  return content && hash && chain && signature && seal
}

function statementOf(text: string): z.output<typeof statement> | undefined {
  try {
    return statement.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Everything that a person needs to verify an issue without this program. */
export async function proofPackage(db: Db, issue: SignedIssue): Promise<string> {
  const files = await Promise.all([issue.txtFileId, issue.docxFileId, issue.pdfFileId].map((id) => findStored(db, id)))
  const { content, contentHash, statement, hash, previous, signature, publicKey, label } = issue
  return JSON.stringify(
    {
      format: 'guangyue-gazette-proof/1',
      ...{ label, content, contentHash, statement, hash, previous, signature, publicKey },
      files: files.flatMap((file) => (file ? [{ name: file.name, sha256: file.digest }] : [])),
    },
    null,
    2,
  )
}
