import { firstOfMonth, type PlainDate, yearOf } from '@guangyue/kernel/calendar'
import type { PrintedIssue } from '@guangyue/kernel/gazette-print'
import { type Ctx, type Db, StaleVersion, type Tx } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { type Checking, checkIssue } from './checks.ts'
import {
  CompositionFaulty,
  CompositionOpen,
  CompositionStepNotPossible,
  CompositionUnknown,
  OwnComposition,
} from './errors.ts'
import { manuscriptsById } from './manuscript-store.ts'
import { type Composition, type CompositionContent, contentText, hashOf, printedIssueOf } from './model.ts'
import * as store from './store.ts'

export interface Act {
  readonly id: string
  readonly version: number
}

const stateWords = {
  draft: '还没有审核',
  reviewed: '已经审核',
  signed: '已经签发',
  void: '已经作废',
} as const

/** What the next issue of a year will be called. */
export async function nextIssue(ctx: Ctx, year: number) {
  const last = await store.lastNumbers(ctx.db, year)
  const { governmentName } = ctx.city.facts
  return {
    year,
    number: last.number + 1,
    serial: last.serial === null ? null : last.serial + 1,
    title: last.title ?? `${governmentName}公报`,
    sponsor: last.sponsor ?? governmentName,
    publisher: last.publisher ?? `${governmentName}办公室`,
  }
}

/**
 * Opens the next issue: the number follows the last of that year. The same id sent again is the same issue. Refuses
 * (CompositionOpen) while another is open.
 */
export async function openComposition(
  ctx: Ctx,
  { id, publishedOn, month }: { readonly id: string; readonly publishedOn: PlainDate; readonly month: PlainDate },
): Promise<{ id: string }> {
  ctx.require('gazette.compose')
  if (await store.findComposition(ctx.db, id)) return { id }
  const next = await nextIssue(ctx, yearOf(publishedOn))
  return ctx.transact(async (tx) => {
    const added = await store.insertComposition(tx, {
      ...{ ...next, id, publishedOn, month: firstOfMonth(month) },
      ...{ sections: [], acts: [], chronicle: [] },
      composed: composedBy(ctx),
    })
    if (added) {
      await ctx.audit(tx, 'gazette.composition-open', { thing: `composition/${id}`, after: next })
      return { id }
    }
    if (await store.findComposition(tx, id)) return { id }
    const open = await store.findOpen(tx)
    if (open) throw new CompositionOpen(open.id, `${open.year}年第${open.number}期`)
    throw new CompositionStepNotPossible('新开', '的期号刚刚被占用')
  })
}

/** Saves the whole content; it is then a draft of whoever saved it. */
export async function saveComposition(ctx: Ctx, input: Act & { readonly content: CompositionContent }) {
  ctx.require('gazette.compose')
  const content = { ...input.content, month: firstOfMonth(input.content.month) }
  return change(ctx, input, async (tx, known) => {
    refuseUnless(known, ['draft', 'reviewed'], '修改')
    if (yearOf(content.publishedOn) !== known.year) {
      throw new InputInvalid([{ field: 'publishedOn', message: `出版日期应在${known.year}年：期号是按年编的` }])
    }
    await store.updateContent(tx, { ...content, id: input.id, composed: composedBy(ctx) })
    await ctx.audit(tx, 'gazette.composition-save', {
      thing: `composition/${input.id}`,
      before: contentOf(known),
      after: content,
    })
  })
}

/**
 * Another person than the composer, who wrote none of its documents either, finds the issue right. What is reviewed is
 * kept as a digest: anything else cannot be signed. Refuses an issue that the checks find faulty.
 */
export async function reviewComposition(ctx: Ctx, input: Act): Promise<{ version: number }> {
  ctx.require('gazette.review-issue')
  return change(ctx, input, async (tx, known) => {
    refuseUnless(known, ['draft'], '审核')
    const { accountId: by, name } = ctx.actor
    const checking = await gather(ctx, tx, known)
    const wrote = [...checking.manuscripts.values()].filter(
      ({ writtenBy, thing }) => thing === null && writtenBy === by,
    )
    if (known.composedBy === by || wrote.length > 0) throw new OwnComposition(wrote.map(({ title }) => title))
    const { faults } = await checkIssue(tx, checking)
    if (faults.length > 0) throw new CompositionFaulty(faults)
    const digest = hashOf(contentText(checking.issue))
    await store.setReviewed(tx, { id: input.id, by, name, on: ctx.today, digest })
    await ctx.audit(tx, 'gazette.composition-review', { thing: `composition/${input.id}`, after: { digest } })
  })
}

/** Gives an issue up before it is signed; its number is free again, its documents wait for the next. */
export async function voidComposition(
  ctx: Ctx,
  input: Act & { readonly reason: string },
): Promise<{ version: number }> {
  ctx.require('gazette.compose')
  return change(ctx, input, async (tx, known) => {
    refuseUnless(known, ['draft', 'reviewed'], '作废')
    await store.setVoid(tx, input)
    await ctx.audit(tx, 'gazette.composition-void', { thing: `composition/${input.id}`, reason: input.reason })
  })
}

/** The issue with its manuscripts, as it would be printed now. */
export async function gather(ctx: Ctx, db: Db, composition: Composition): Promise<Checking> {
  const ids = composition.sections.flatMap(({ manuscripts }) => manuscripts)
  const manuscripts = await manuscriptsById(db, ids)
  return { composition, manuscripts, issue: issueOf(ctx, composition, manuscripts) }
}

function issueOf(ctx: Ctx, composition: Composition, manuscripts: Checking['manuscripts']): PrintedIssue {
  return printedIssueOf(composition, { manuscripts, note: ctx.city.demonstration ? '演示数据' : null })
}

export async function getComposition(ctx: Ctx, id: string): Promise<Composition> {
  ctx.require('gazette.review-issue')
  const found = await store.findComposition(ctx.db, id)
  if (!found) throw new CompositionUnknown()
  return found
}

export function refuseUnless({ state }: Composition, allowed: readonly Composition['state'][], step: string): void {
  if (!allowed.includes(state)) throw new CompositionStepNotPossible(step, stateWords[state])
}

export function contentOf(composition: Composition): CompositionContent {
  const { month, publishedOn, sections, acts, chronicle } = composition
  return { month, publishedOn, sections, acts, chronicle }
}

/** One change of the issue, locked and at the version seen; a stale one gets both back. */
export async function change(
  ctx: Ctx,
  input: Act,
  act: (tx: Tx, known: Composition) => Promise<void>,
): Promise<{ version: number }> {
  return ctx.transact(async (tx) => {
    const known = await store.lockComposition(tx, input.id)
    if (!known) throw new CompositionUnknown()
    if (known.version !== input.version) throw new StaleVersion(input, known)
    await act(tx, known)
    return { version: input.version + 1 }
  })
}

function composedBy(ctx: Ctx) {
  return { by: ctx.actor.accountId, name: ctx.actor.name, on: ctx.today }
}
