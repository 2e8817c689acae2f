import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { keepFile } from '@guangyue/platform/files'
import { InputInvalid, type UploadedFile } from '@guangyue/platform/http'
import { evidenceKinds } from '../dispatch/write-report.ts'
import { findingStepped } from '../events.ts'
import { followProblem } from '../problems/raise.ts'
import { type Act, changeSeen } from '../service/change-seen.ts'
import { recordStep } from '../service/history.ts'
import { FindingStepNotPossible, FindingUnknown, NotTheFindingsUnit, OwnerCannotVerify, OwnMending } from './errors.ts'
import * as store from './finding-store.ts'
import { type FindingStep, findingAfter, findingSteps } from './model.ts'
import { dueOf } from './record-finding.ts'
import { type FindingRole, inspectionReach, roleInFinding } from './role.ts'
import type { KeptFile } from './store.ts'

const MAX_EVIDENCE = 20

/** The owner writes how it mended. Kept as a draft until the owner's head signs. */
export async function saveMending(ctx: Ctx, input: Act & { readonly words: string }): Promise<{ version: number }> {
  return change(ctx, input, async (tx, { finding, role, unit }) => {
    if (!role.mayMend) throw new NotTheFindingsUnit(unit, '整改')
    if (finding.state !== 'open') throw new FindingStepNotPossible('修改整改情况', finding.state)
    const written = { mendWords: input.words, mendBy: ctx.actor.accountId, mendName: ctx.actor.name }
    await store.updateFinding(tx, { id: finding.id, ...written })
    await record(ctx, tx, { finding, step: 'mend', words: null })
  })
}

interface StepInput extends Act {
  readonly step: FindingStep
  readonly words: string
  /** A new term when it is sent back; the old one stands unless given. */
  readonly term: { readonly days: number } | { readonly due: string } | null
}

/**
 * Takes one step of `findingSteps`: the owner's head signs what another wrote, another unit verifies, the office closes.
 * The problem on the list follows. Refuses mending without words or evidence, and missing words.
 */
export async function takeFindingStep(ctx: Ctx, input: StepInput): Promise<{ version: number }> {
  return change(ctx, input, async (tx, ready) => {
    const { finding } = ready
    const rule = findingSteps[input.step]
    checkRight(ctx, input.step, ready)
    const state = findingAfter(finding.state, input.step)
    if (state === null) throw new FindingStepNotPossible(rule.label, finding.state)
    if (rule.words === 'needed' && input.words === '') {
      const message = input.step === 'verify' ? '请写明核验情况，例如：现场复核，窗口已开通' : '请写明退回的原因'
      throw new InputInvalid([{ field: 'words', message }])
    }
    if (input.step === 'sign') await checkMending(ctx, tx, finding)
    const term = input.step === 'send-back' && input.term !== null ? await dueOf(ctx, input.term) : null
    await store.updateFinding(tx, { id: finding.id, ...effectOf(ctx, input.step), ...(term ?? {}), state })
    const problemStep = problemSteps[input.step]
    if (problemStep) {
      const words = input.words || finding.mendWords
      await followProblem(ctx, tx, {
        source: 'finding',
        sourceId: finding.id,
        step: problemStep,
        words,
        due: term?.due,
      })
    }
    await record(ctx, tx, { finding, step: input.step, words: input.words || null })
  })
}

/** What each step means for the problem that the finding raised. */
const problemSteps = {
  sign: 'report-solved',
  verify: null,
  close: 'solve',
  'send-back': 'send-back',
} as const satisfies Record<FindingStep, string | null>

function effectOf(ctx: Ctx, step: FindingStep): Omit<store.FindingChange, 'id'> {
  switch (step) {
    case 'sign':
      return { signedBy: ctx.actor.accountId, signedName: ctx.actor.name, signedOn: ctx.today }
    case 'verify':
      return { verifiedName: ctx.actor.name, verifiedOn: ctx.today }
    case 'close':
      return { closedOn: ctx.today }
    case 'send-back':
      return { signedBy: null, signedName: null, signedOn: null, verifiedName: null, verifiedOn: null }
  }
}

function checkRight(ctx: Ctx, step: FindingStep, { finding, role, unit }: Ready): void {
  if (step === 'sign' && !role.isHead) throw new NotTheFindingsUnit(unit, '的负责人签报')
  if (step === 'verify' || (step === 'send-back' && !role.mayClose)) {
    if (role.own) throw new OwnerCannotVerify()
    if (!role.mayVerify) throw new NotTheFindingsUnit('督查室或核验单位', '核验')
  }
  if (step === 'send-back' && !role.mayClose && finding.state === 'verified') ctx.require('ledger.inspect')
  if (step === 'close' && !role.mayClose) ctx.require('ledger.inspect')
}

async function checkMending(ctx: Ctx, tx: Tx, finding: store.Finding): Promise<void> {
  if (finding.mendWords === '') throw new InputInvalid([{ field: 'words', message: '整改情况还没有写，不能签报' }])
  if (finding.mendBy === ctx.actor.accountId) throw new OwnMending()
  const files = await store.listFindingFiles(tx, finding.id)
  if (!files.some(({ part }) => part === 'mended')) {
    throw new InputInvalid([{ field: 'file', message: '还没有证明材料，请先附照片或文件' }])
  }
}

/** Keeps a picture or paper as evidence of mending, while the owner still writes. Refuses other files by their bytes. */
export async function addMendingEvidence(
  ctx: Ctx,
  { id, file }: { readonly id: string; readonly file: UploadedFile },
): Promise<KeptFile> {
  return ctx.transact(async (tx) => {
    const { finding } = await mending(ctx, tx, id)
    const known = await store.listFindingFiles(tx, id)
    if (known.filter(({ part }) => part === 'mended').length >= MAX_EVIDENCE) {
      throw new InputInvalid([{ field: 'file', message: `整改材料最多附 ${MAX_EVIDENCE} 个文件` }])
    }
    const kept = await keepFile(ctx, tx, { ...file, accepted: evidenceKinds })
    await store.insertFindingFile(tx, { findingId: finding.id, fileId: kept.id, part: 'mended' })
    await ctx.audit(tx, 'ledger.add-mending-evidence', { thing: `finding/${id}`, after: { digest: kept.digest } })
    return { id: kept.id, name: kept.name, kind: kept.kind, bytes: kept.bytes }
  })
}

/** Takes evidence off while the owner still writes; the bytes stay in the store. */
export async function removeMendingEvidence(
  ctx: Ctx,
  { id, fileId }: { readonly id: string; readonly fileId: string },
): Promise<void> {
  await ctx.transact(async (tx) => {
    await mending(ctx, tx, id)
    if (await store.deleteFindingFile(tx, { findingId: id, fileId, part: 'mended' })) {
      await ctx.audit(tx, 'ledger.remove-mending-evidence', { thing: `finding/${id}`, before: { fileId } })
    }
  })
}

async function mending(ctx: Ctx, tx: Tx, id: string): Promise<Ready> {
  const ready = await readyFinding(ctx, tx, id)
  if (!ready.role.mayMend) throw new NotTheFindingsUnit(ready.unit, '整改')
  if (ready.finding.state !== 'open') throw new FindingStepNotPossible('改动整改材料', ready.finding.state)
  return ready
}

interface Ready {
  readonly finding: store.Finding
  readonly role: FindingRole
  readonly unit: string
}

async function readyFinding(ctx: Ctx, tx: Tx, id: string): Promise<Ready> {
  ctx.require('ledger.act')
  const finding = await store.lockFinding(tx, id)
  const seen = await store.listFindings(tx, { ids: [id], reach: inspectionReach(ctx) })
  if (!finding || seen.length === 0) throw new FindingUnknown()
  const names = await bodyNames(tx, [finding.bodyId], ctx.today)
  return { finding, role: roleInFinding(ctx, finding), unit: names.get(finding.bodyId)?.short ?? '' }
}

function change(ctx: Ctx, input: Act, act: (tx: Tx, ready: Ready) => Promise<void>): Promise<{ version: number }> {
  return changeSeen(ctx, input, {
    lock: (tx) => readyFinding(ctx, tx, input.id),
    versionOf: ({ finding }) => finding.version,
    current: ({ finding }) => finding,
    act,
  })
}

async function record(
  ctx: Ctx,
  tx: Tx,
  { finding, step, words }: { readonly finding: store.Finding; readonly step: string; readonly words: string | null },
): Promise<void> {
  await recordStep(ctx, tx, { kind: 'finding', id: finding.id, step, state: finding.state, words })
  if (step !== 'mend') await ctx.publish(tx, findingStepped({ findingId: finding.id, step }))
}
