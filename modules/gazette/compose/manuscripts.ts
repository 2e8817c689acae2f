import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'
import type { UploadedFile } from '@guangyue/platform/http'
import { readSource } from '../source/index.ts'
import {
  ManuscriptFileUnreadable,
  ManuscriptNotTyped,
  ManuscriptNumberTaken,
  ManuscriptPrinted,
  ManuscriptUnknown,
} from './errors.ts'
import * as store from './manuscript-store.ts'
import type { Manuscript, ManuscriptContent } from './model.ts'
import { contentOfText } from './reading.ts'

const SECTION = '市政府文件'

/**
 * Offers a published document for the next issues, named by the thing it comes from (`notice/…`). Offered again it is
 * taken up again as it now stands, unless an issue has printed it. Called by the module that publishes it, in that
 * transaction; authority and audit are the caller's. False when another manuscript has its number.
 */
export async function offerManuscript(
  ctx: Ctx,
  tx: Tx,
  { thing, ...content }: ManuscriptContent & { readonly thing: string },
): Promise<boolean> {
  const writing = writingOf(ctx)
  await store.lockManuscripts(tx)
  const known = await store.lockManuscript(tx, { thing })
  if (known?.printedIn) return true
  if (known) return store.updateManuscript(tx, { ...content, id: known.id, writing })
  return (await store.insertManuscript(tx, { ...content, id: ctx.newId(), thing, writing })) !== 'taken'
}

/** The document is no longer published: no later issue prints it. One that is printed stays. */
export async function withdrawManuscript(tx: Tx, thing: string): Promise<void> {
  const known = await store.lockManuscript(tx, { thing })
  if (known && known.printedIn === null && !known.withdrawn) {
    await store.setWithdrawn(tx, { id: known.id, withdrawn: true })
  }
}

interface Saving {
  readonly id: string
  /** Null for one that is new; its id is made by the screen. */
  readonly version: number | null
  readonly content: ManuscriptContent
}

/**
 * Saves what an editor typed. The same new one sent again is the same. Refuses a stale version, a number that another
 * has, one that is printed, and one that was published elsewhere.
 */
export async function saveManuscript(ctx: Ctx, { id, version, content }: Saving): Promise<{ version: number }> {
  ctx.require('gazette.compose')
  return ctx.transact(async (tx) => {
    const writing = writingOf(ctx)
    if (version === null) {
      const written = await store.insertManuscript(tx, { ...content, id, thing: null, writing })
      if (written !== 'done') return sameAgain(tx, { id, content })
      await ctx.audit(tx, 'gazette.manuscript-save', { thing: `manuscript/${id}`, after: content })
      return { version: 1 }
    }
    const known = await changeable(tx, { id, version }, content)
    if (!(await store.updateManuscript(tx, { ...content, id, writing }))) {
      throw new ManuscriptNumberTaken(content.number ?? '')
    }
    await ctx.audit(tx, 'gazette.manuscript-save', {
      thing: `manuscript/${id}`,
      before: contentOf(known),
      after: content,
    })
    return { version: version + 1 }
  })
}

/** A new manuscript that could not be added: it came before, or another has its number. */
async function sameAgain(
  tx: Tx,
  { id, content }: { readonly id: string; readonly content: ManuscriptContent },
): Promise<{ version: number }> {
  const known = await store.findManuscript(tx, id)
  if (!known) throw new ManuscriptNumberTaken(content.number ?? '')
  const same = JSON.stringify(contentOf(known)) === JSON.stringify(contentOf(content))
  if (!same) throw new StaleVersion(content, known)
  return { version: known.version }
}

/** Takes a typed manuscript off the list, or puts it on again. */
export async function setManuscriptWithdrawn(
  ctx: Ctx,
  { id, version, withdrawn }: { readonly id: string; readonly version: number; readonly withdrawn: boolean },
): Promise<{ version: number }> {
  ctx.require('gazette.compose')
  return ctx.transact(async (tx) => {
    const known = await changeable(tx, { id, version }, { withdrawn })
    if (!withdrawn && (await store.isNumberTaken(tx, known))) throw new ManuscriptNumberTaken(known.number ?? '')
    await store.setWithdrawn(tx, { id, withdrawn })
    await ctx.audit(tx, 'gazette.manuscript-withdraw', { thing: `manuscript/${id}`, after: { withdrawn } })
    return { version: version + 1 }
  })
}

async function changeable(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
  yours: unknown,
): Promise<Manuscript> {
  const known = await store.lockManuscript(tx, { id })
  if (!known) throw new ManuscriptUnknown()
  if (known.printedIn !== null) throw new ManuscriptPrinted(known.printedIn)
  if (known.thing !== null) throw new ManuscriptNotTyped()
  if (known.version !== version) throw new StaleVersion(yours, known)
  return known
}

/** What a file says, to be looked over before it is saved. Refuses what cannot be read, and what is not one document. */
export async function readManuscriptFile(
  ctx: Ctx,
  file: UploadedFile,
): Promise<{ content: ManuscriptContent; notes: readonly string[] }> {
  ctx.require('gazette.compose')
  const source = await readSource(file.bytes, file.name)
  if (!source.ok) throw new ManuscriptFileUnreadable(source.message)
  return { content: contentOfText(source.text.replaceAll('\u0000', ''), SECTION), notes: source.notes }
}

export function contentOf(content: ManuscriptContent): ManuscriptContent {
  const { section, number, title, issuer, signedOn, addressees, body, annex } = content
  return { section, number, title, issuer, signedOn, addressees, body, annex }
}

function writingOf(ctx: Ctx): store.Writing {
  return { by: ctx.actor.accountId, name: ctx.actor.name, at: ctx.now }
}
