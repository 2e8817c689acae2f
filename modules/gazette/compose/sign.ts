import { labelOf, type PrintedIssue } from '@guangyue/kernel/gazette-print'
import { parseIssue } from '@guangyue/kernel/gazette-text'
import { chainStart } from '@guangyue/kernel/proof'
import { auditHead, sealAudit } from '@guangyue/platform/audit'
import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'
import { type FileKind, keepFile } from '@guangyue/platform/files'
import { signingKey, signText } from '@guangyue/platform/signing'
import { issueUrl } from '../model.ts'
import { writeIssue } from '../service/write-issue.ts'
import { insertImport } from '../store/imports.ts'
import { findPrintedIssue } from '../store/issues.ts'
import { checkIssue } from './checks.ts'
import { type Act, change, gather, getComposition, refuseUnless } from './compositions.ts'
import { ChainMoved, CompositionFaulty, ReviewOutdated } from './errors.ts'
import { holdManuscripts } from './manuscript-store.ts'
import {
  type Composition,
  contentText,
  hashOf,
  imprintOf,
  issueName,
  type Proof,
  sealOf,
  statementText,
  verifyAddress,
} from './model.ts'
import { type Printed, printIssue, refuseUnlessReadBack } from './print.ts'
import { insertPrintings, insertSigned, lastSigned } from './signed-store.ts'
import { clearReview, setSigned } from './store.ts'

/**
 * Signs a reviewed issue: its content is hashed, bound to the issue before and to the head of the audit, signed with
 * the city's key, printed with all of that in its imprint, read back, and put on record as a published issue. The files
 * are made before the transaction; in it the version seen, the review and the place in the chain decide. Refuses what
 * was changed since the review, and what is not read back as it was composed.
 */
export async function signComposition(ctx: Ctx, input: Act): Promise<{ version: number; url: string }> {
  ctx.require('gazette.sign-issue')
  const known = await getComposition(ctx, input.id)
  if (known.version !== input.version) throw new StaleVersion(input, known)
  refuseUnless(known, ['reviewed'], '签发')
  const { issue, content } = await reviewedIssue(ctx, known)
  const proof = await prove(ctx, known, content)
  const printed = await printIssue(issue, imprintOf(proof, sealOf(ctx)))
  await refuseUnlessReadBack(issue, printed)
  const { version } = await change(ctx, input, async (tx, composition) => {
    refuseUnless(composition, ['reviewed'], '签发')
    await holdManuscripts(
      tx,
      composition.sections.flatMap(({ manuscripts }) => manuscripts),
    )
    const now = await gather(ctx, tx, composition)
    if (contentText(now.issue) !== content) throw new ReviewOutdated()
    await record(ctx, tx, { composition, issue, content, proof, printed })
  })
  return { version, url: issueUrl(issueName(known)) }
}

/** What would be signed, when it is what was reviewed; else the review is taken back, whatever else comes of it. */
async function reviewedIssue(ctx: Ctx, known: Composition): Promise<{ issue: PrintedIssue; content: string }> {
  const checking = await gather(ctx, ctx.db, known)
  const content = contentText(checking.issue)
  if (hashOf(content) !== known.reviewedDigest) {
    await change(ctx, known, async (tx) => {
      await clearReview(tx, known.id)
      await ctx.audit(tx, 'gazette.composition-review-void', { thing: `composition/${known.id}` })
    })
    throw new ReviewOutdated()
  }
  const { faults } = await checkIssue(ctx.db, checking)
  if (faults.length > 0) throw new CompositionFaulty(faults)
  return { issue: checking.issue, content }
}

interface Place extends Proof {
  readonly position: number
  readonly publicKey: string
}

/** The statement over the content at the present end of the chain, signed. */
async function prove(ctx: Ctx, known: Composition, content: string): Promise<Place> {
  await sealAudit(ctx.city)
  const seal = await auditHead(ctx.db)
  const last = await lastSigned(ctx.db)
  return ctx.transact(async (tx) => {
    const { fingerprint: key } = await signingKey(ctx, tx)
    const statement = {
      ...{ issue: issueName(known), content: hashOf(content), previous: last?.hash ?? chainStart },
      ...{ seal, signedOn: ctx.today, key },
    }
    const text = statementText(statement)
    const { signature, publicKey } = await signText(tx, text)
    return {
      ...{ ...statement, hash: hashOf(text), signature, publicKey, position: (last?.position ?? 0) + 1 },
      signedName: ctx.actor.name,
      verifyAt: verifyAddress(ctx, issueName(known)),
    }
  })
}

interface ToRecord {
  readonly composition: Composition
  readonly issue: PrintedIssue
  readonly content: string
  readonly proof: Place
  readonly printed: Printed
}

async function record(ctx: Ctx, tx: Tx, { composition, issue, content, proof, printed }: ToRecord): Promise<void> {
  const { id: compositionId } = composition
  const manuscripts = composition.sections.flatMap((section) => section.manuscripts)
  const printings = await insertPrintings(tx, { compositionId, manuscripts })
  if (!printings) throw new ReviewOutdated()
  const name = `${issue.title} ${labelOf(issue)}`
  const keep = (kind: Extract<FileKind, 'docx' | 'pdf'> | 'txt', bytes: Uint8Array) =>
    keepFile(ctx, tx, { name: `${name}.${kind}`, bytes, accepted: [kind === 'txt' ? 'text' : kind] })
  const [txt, docx, pdf] = [
    await keep('txt', printed.txt),
    await keep('docx', printed.docx),
    await keep('pdf', printed.pdf),
  ]
  const issueId = await publish(ctx, tx, { issue, printed, name, fileDigest: txt.digest })
  const added = await insertSigned(tx, {
    ...{ position: proof.position, compositionId, issueId, content, contentHash: proof.content },
    ...{ statement: statementText(proof), hash: proof.hash, previous: proof.previous, signature: proof.signature },
    ...{ publicKey: proof.publicKey, sealId: proof.seal.id, seal: proof.seal.seal },
    ...{ txtFileId: txt.id, docxFileId: docx.id, pdfFileId: pdf.id, pages: printed.pages },
    ...{ signedBy: ctx.actor.accountId, signedName: proof.signedName, signedOn: proof.signedOn, signedAt: ctx.now },
  })
  if (!added) throw new ChainMoved()
  await setSigned(tx, compositionId)
  await ctx.audit(tx, 'gazette.composition-sign', {
    thing: `composition/${compositionId}`,
    after: { hash: proof.hash, txt: txt.digest, docx: docx.digest, pdf: pdf.digest },
  })
}

interface ToPublish {
  readonly issue: PrintedIssue
  readonly printed: Printed
  readonly name: string
  readonly fileDigest: string
}

/** The printed text goes on record as an import of it would: read, written, announced. Comes back with the issue's id. */
async function publish(ctx: Ctx, tx: Tx, { issue, printed, name, fileDigest }: ToPublish): Promise<string> {
  const importId = ctx.newId()
  const fileName = `${name}.txt`
  await insertImport(tx, {
    ...{ id: importId, fileName, fileSize: printed.txt.length, fileDigest, year: null },
    ...{ accountId: ctx.actor.accountId, accountName: ctx.actor.name, receivedAt: ctx.now },
  })
  await writeIssue(ctx, tx, {
    ...{ importId, text: printed.text, read: parseIssue(printed.text), fileName, fileKind: 'txt', fileDigest },
    ...{ year: null, pages: printed.pages, notes: [] },
  })
  const found = await findPrintedIssue(tx, { ...issue, label: labelOf(issue) })
  if (!found) throw new Error('a printed issue was written and cannot be found')
  return found.id
}
