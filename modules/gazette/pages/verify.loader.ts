import { chainStart } from '@guangyue/kernel/proof'
import type { Ctx } from '@guangyue/platform/db'
import type { PageResult } from '@guangyue/platform/http'
import { fingerprintOf } from '@guangyue/platform/signing'
import { IssueNotSigned } from '../compose/errors.ts'
import { findSigned } from '../compose/signed-store.ts'
import { holds, proofPackage, verifyIssues } from '../compose/verify.ts'
import { issueFiles } from '../compose/views.ts'
import { issueUrl } from '../model.ts'
import type { VerifyView } from './verify.view.ts'
import { words } from './words.ts'

/** Verifies the chain anew and shows what holds of one issue. Refuses (IssueNotSigned) one that was not signed here. */
export async function loadVerify(ctx: Ctx, key: string): Promise<PageResult<VerifyView>> {
  const chain = await verifyIssues(ctx.db)
  const found = chain.find(({ issue }) => issue.key === key)
  if (!found) throw new IssueNotSigned()
  const { issue } = found
  return {
    title: words(ctx.lang, 'verify.title', { label: issue.label }),
    crumbs: [
      { href: '/gazette', label: words(ctx.lang, 'gazette') },
      { href: issueUrl(key), label: issue.label },
      { label: words(ctx.lang, 'verify') },
    ],
    view: {
      label: issue.label,
      holds: holds(found),
      checks: (['content', 'hash', 'chain', 'signature', 'seal'] as const).map((name) => ({
        name,
        holds: found[name],
      })),
      ...{ contentHash: issue.contentHash, hash: issue.hash, signature: issue.signature },
      previous: issue.previous === chainStart ? null : issue.previous,
      fingerprint: fingerprintOf(issue.publicKey),
      ...{ sealId: issue.sealId, seal: issue.seal },
      packageHref: `${issueUrl(key)}/proof.json`,
      files: await issueFiles(ctx.db, issue),
      chain: chain.toReversed().map((one) => ({
        ...{ position: one.issue.position, label: one.issue.label, hash: one.issue.hash, signedOn: one.issue.signedOn },
        ...{ href: `${issueUrl(one.issue.key)}/verify`, holds: holds(one), current: one.issue.key === key },
      })),
    },
  }
}

/** Everything that is needed to verify the issue elsewhere, as a file. */
export async function loadProof(ctx: Ctx, key: string): Promise<PageResult<never>> {
  const signed = await findSigned(ctx.db, { key })
  if (!signed) throw new IssueNotSigned()
  const body = Buffer.from(await proofPackage(ctx.db, signed))
  return { file: { name: `${signed.label} 签发书.json`, type: 'application/json; charset=utf-8', body } }
}
