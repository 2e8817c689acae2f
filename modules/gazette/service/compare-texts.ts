import type { Ctx } from '@guangyue/platform/db'
import { DocumentUnknown } from '../errors.ts'
import type { DocumentText, Provision } from '../model.ts'
import { findDocumentBy, textsOf } from '../store/documents.ts'
import { provisionsOf } from '../store/texts.ts'

/** A place whose words differ between two texts of a document; null where it does not stand in one of them. */
export interface Difference {
  readonly path: readonly string[]
  readonly before: string | null
  readonly after: string | null
}

/** All texts of a document, newest first. */
async function listTexts(ctx: Ctx, documentId: string): Promise<readonly DocumentText[]> {
  if (!(await findDocumentBy(ctx.db, { id: documentId }))) throw new DocumentUnknown()
  return textsOf(ctx.db, documentId)
}

/** What changed from one text of a document to another, place by place in the order of the newer. */
export async function compareTexts(
  ctx: Ctx,
  documentId: string,
  versions: { readonly from: number; readonly to: number },
): Promise<readonly Difference[]> {
  const known = (await listTexts(ctx, documentId)).map(({ version }) => version)
  if (!known.includes(versions.from) || !known.includes(versions.to)) throw new DocumentUnknown()
  const [before, after] = await Promise.all(
    [versions.from, versions.to].map((version) => provisionsOf(ctx.db, { documentId, version })),
  )
  return differencesOf(before ?? [], after ?? [])
}

/** Pure half of the comparison; white space does not count. */
export function differencesOf(
  before: readonly Pick<Provision, 'path' | 'pathKey' | 'text'>[],
  after: readonly Pick<Provision, 'path' | 'pathKey' | 'text'>[],
): readonly Difference[] {
  const old = new Map(before.map((provision) => [provision.pathKey, provision]))
  const kept = new Set(after.map(({ pathKey }) => pathKey))
  return [
    ...after.flatMap(({ path, pathKey, text }) => {
      const was = old.get(pathKey)?.text ?? null
      return was !== null && plain(was) === plain(text) ? [] : [{ path, before: was, after: text }]
    }),
    ...before.flatMap(({ path, pathKey, text }) => (kept.has(pathKey) ? [] : [{ path, before: text, after: null }])),
  ]
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, '')
}
