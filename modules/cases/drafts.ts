import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import { getItem } from '../catalogue/index.ts'
import { type Draft, type DraftPlace, deleteDraft, findDraft, listDrafts, putDraft } from './draft-store.ts'
import { DraftUnknown, FormTooLarge, ItemNotInForce, SubmissionTaken, TooManyDrafts } from './errors.ts'
import { readAnswers } from './form.ts'
import type { Party } from './model.ts'
import { findCase } from './store.ts'

const MOST_DRAFTS = 20

export interface DraftInput {
  readonly id: string
  /** 0 for a new one. */
  readonly version: number
  readonly itemCode: string
  readonly place?: DraftPlace
  readonly party: Party
  readonly answers: unknown
}

/** Saves a form as typed, right or wrong, over the version seen. Nobody but who made it sees it. */
export async function saveDraft(ctx: Ctx, input: DraftInput): Promise<{ version: number }> {
  ctx.require('cases.apply')
  const answers = readAnswers(input.answers)
  if (!answers) throw new FormTooLarge()
  const accountId = ownId(ctx)
  const content = { place: input.place ?? ('online' as const), party: input.party, answers }
  return ctx.transact(async (tx) => {
    if (await findCase(tx, input.id)) throw new SubmissionTaken()
    if (input.version === 0) {
      if (!(await getItem({ db: tx, today: ctx.today }, input.itemCode)).current) throw new ItemNotInForce()
      const mine = await listDrafts(tx, accountId)
      if (mine.length >= MOST_DRAFTS && !mine.some(({ id }) => id === input.id)) throw new TooManyDrafts(MOST_DRAFTS)
    }
    const row = { id: input.id, accountId, itemCode: input.itemCode, content, version: input.version, savedAt: ctx.now }
    if (!(await putDraft(tx, row))) {
      const current = await findDraft(tx, input.id)
      if (current?.accountId !== accountId) throw new DraftUnknown()
      throw new StaleVersion(content, { ...current.content, version: current.version })
    }
    return { version: input.version + 1 }
  })
}

/** The own draft; another's is as unknown as none. */
export async function getDraft(ctx: Ctx, id: string): Promise<Draft> {
  ctx.require('cases.apply')
  const draft = await findDraft(ctx.db, id)
  if (!draft || draft.accountId !== ctx.actor.accountId) throw new DraftUnknown()
  return draft
}

export async function dropDraft(ctx: Ctx, id: string): Promise<void> {
  const accountId = ownId(ctx)
  await ctx.transact(async (tx) => {
    if (!(await deleteDraft(tx, { id, accountId }))) throw new DraftUnknown()
  })
}

function ownId(ctx: Ctx): string {
  ctx.require('cases.apply')
  if (ctx.actor.accountId === null) throw new DraftUnknown()
  return ctx.actor.accountId
}
