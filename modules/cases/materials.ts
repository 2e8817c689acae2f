import { stateOf } from '@guangyue/kernel/process'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { type FileKind, FileLost, findStored, keepFile } from '@guangyue/platform/files'
import type { Download, UploadedFile } from '@guangyue/platform/http'
import { InputInvalid } from '@guangyue/platform/http'
import { getItem, getVersion } from '../catalogue/index.ts'
import { findDraft } from './draft-store.ts'
import { CaseUnknown, DraftUnknown, MaterialsClosed, TooManyMaterials } from './errors.ts'
import { roleIn } from './role.ts'
import { deleteMaterial, findCase, insertMaterial, listEvents, listMaterials, type MaterialFile } from './store.ts'

const materialKinds: readonly FileKind[] = ['pdf', 'png', 'jpeg', 'docx', 'xlsx']
const MOST = 60

/**
 * Keeps a file as a material of an own draft, or of a case whose supplement asked for it. Told by its bytes: pdf, picture,
 * docx or xlsx. Refuses other names of materials, other files, other people's cases, and any other time.
 */
export function addMaterial(
  ctx: Ctx,
  { id, material, file }: { readonly id: string; readonly material: string; readonly file: UploadedFile },
): Promise<MaterialFile> {
  return ctx.transact(async (tx) => {
    const names = await namesToFill(ctx, tx, id)
    if (!names.has(material)) throw new InputInvalid([{ field: 'material', message: '没有这项材料' }])
    if ((await listMaterials(tx, id)).length >= MOST) throw new TooManyMaterials(MOST)
    const kept = await keepFile(ctx, tx, { ...file, accepted: materialKinds })
    await insertMaterial(tx, { caseId: id, fileId: kept.id, material, at: ctx.now, by: ctx.actor.accountId })
    await ctx.audit(tx, 'cases.add-material', { thing: `case/${id}`, after: { digest: kept.digest } })
    return { id: kept.id, material, name: kept.name, kind: kept.kind, bytes: kept.bytes }
  })
}

/** Takes a file off again while the form or the supplement is not handed in; the bytes stay in the store. */
export async function removeMaterial(
  ctx: Ctx,
  { id, fileId }: { readonly id: string; readonly fileId: string },
): Promise<void> {
  await ctx.transact(async (tx) => {
    const names = await namesToFill(ctx, tx, id)
    const own = (await listMaterials(tx, id)).find((one) => one.id === fileId)
    if (!own) return
    if (!names.has(own.material)) throw new MaterialsClosed()
    await deleteMaterial(tx, { caseId: id, fileId })
    await ctx.audit(tx, 'cases.remove-material', { thing: `case/${id}`, before: { fileId } })
  })
}

/** What may be handed in now, by the names of materials: those of the form, or those that a supplement still wants. */
async function namesToFill(ctx: Ctx, tx: Tx, id: string): Promise<ReadonlySet<string>> {
  ctx.require('cases.apply')
  const file = await findCase(tx, id)
  if (file) {
    const role = await roleIn(ctx, tx, file)
    const { item } = await getVersion(tx, file.itemVersionId)
    const accepting = role.kind === 'unit' && role.unit === item.procedure.acceptance.unit && file.applicantId === null
    if (role.kind === 'unit' && !accepting) throw new MaterialsClosed()
    const state = stateOf((await listEvents(tx, id)).map(({ event }) => event))
    if (state.phase !== 'supplementing') throw new MaterialsClosed()
    return new Set(state.lacking)
  }
  const draft = await findDraft(tx, id)
  if (!draft || draft.accountId !== ctx.actor.accountId) throw new DraftUnknown()
  const { current } = await getItem({ db: tx, today: ctx.today }, draft.itemCode)
  const fields = current?.item.form.flatMap((page) => page.fields.filter(({ type }) => type === 'file')) ?? []
  return new Set([...(current?.item.materials ?? []), ...fields].map(({ key }) => key))
}

/** The bytes of a material, for who may see the case or made the draft. */
export async function readMaterial(
  ctx: Ctx,
  { id, fileId }: { readonly id: string; readonly fileId: string },
): Promise<Download> {
  const file = await findCase(ctx.db, id)
  if (file) await roleIn(ctx, ctx.db, file)
  else if ((await findDraft(ctx.db, id))?.accountId !== ctx.actor.accountId) throw new CaseUnknown()
  const known = (await listMaterials(ctx.db, id)).some((one) => one.id === fileId)
  const stored = known ? await findStored(ctx.db, fileId) : undefined
  if (!stored) throw new CaseUnknown()
  const body = await ctx.city.files.get(stored.digest)
  if (!body) throw new FileLost(stored.digest)
  return { name: stored.name, type: 'application/octet-stream', body }
}
