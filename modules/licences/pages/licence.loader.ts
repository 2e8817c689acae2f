import { maskResidentId } from '@guangyue/kernel/identifiers'
import type { Ctx } from '@guangyue/platform/db'
import type { PageResult } from '@guangyue/platform/http'
import QRCode from 'qrcode'
import { ownLicence } from '../hold.ts'
import { stateOn } from '../model.ts'
import { listHeld, listShowings, runningRelease } from '../store.ts'
import { publishedKeys, verifyLicence } from '../verify.ts'
import type { LicenceView, MineView, VerifyView } from './licence.view.ts'
import { words } from './words.ts'

/** What anyone with the code sees; the same page for every code that is none. */
export async function loadVerify(ctx: Ctx, code: string): Promise<PageResult<VerifyView>> {
  const view = await verifyLicence(ctx, code)
  const title = words(ctx.lang, 'verify')
  return { title, crumbs: [{ label: title }], view, status: view.licence ? 200 : 404 }
}

/** The city's public keys as a file. */
export async function loadKeys(ctx: Ctx): Promise<PageResult<never>> {
  return jsonFile('licence-keys.json', await publishedKeys(ctx.db))
}

/** The licences that the actor holds. */
export async function loadMine(ctx: Ctx): Promise<PageResult<MineView>> {
  ctx.require('licences.hold')
  const held = ctx.actor.accountId === null ? [] : await listHeld(ctx.db, ctx.actor.accountId)
  const title = words(ctx.lang, 'mine')
  return {
    title,
    crumbs: [{ label: title }],
    view: {
      licences: held.map(({ id, name, number, issuer, validFrom, validTo, holder, state }) => ({
        ...{ id, name, number, issuer, validFrom, validTo },
        holder: holder.name,
        state: stateOn({ state, validTo }, ctx.today),
      })),
    },
  }
}

/** A licence for its holder, with its code for `origin` (scheme and host of the site). */
export async function loadLicence(ctx: Ctx, id: string, origin: string): Promise<PageResult<LicenceView>> {
  const licence = await ownLicence(ctx, ctx.db, id)
  const [release, showings] = await Promise.all([runningRelease(ctx.db, id, ctx.now), listShowings(ctx.db, id)])
  const { name, number, issuer, validFrom, validTo, holder } = licence
  const verifyHref = `/licences/verify/${licence.code}`
  const svg = await QRCode.toString(`${origin}${verifyHref}`, { type: 'svg', margin: 2 })
  return {
    title: number,
    crumbs: [{ href: '/licences', label: words(ctx.lang, 'mine') }, { label: number }],
    view: {
      ...{ id, name, number, issuer, validFrom, validTo, verifyHref },
      state: stateOn(licence, ctx.today),
      holder: holder.name,
      holderCode: holder.kind === 'person' ? maskResidentId(holder.code) : holder.code,
      fields: licence.fields.map((field) => ({ ...field, shown: release?.fields.includes(field.name) ?? false })),
      until: release?.until ?? null,
      qr: `data:image/svg+xml,${encodeURIComponent(svg)}`,
      showings: showings.map(({ id: key, at, who, fields }) => ({ id: key, at, who, what: fields.join('、') })),
    },
  }
}

/** The licence as a file to be verified elsewhere; its holder alone gets it, because it says everything. */
export async function loadFile(ctx: Ctx, id: string): Promise<PageResult<never>> {
  const { number, signedText: text, signatures } = await ownLicence(ctx, ctx.db, id)
  return jsonFile(`${number}.json`, { text, signatures })
}

function jsonFile(name: string, value: object): PageResult<never> {
  return { file: { name, type: 'application/json; charset=utf-8', body: Buffer.from(JSON.stringify(value)) } }
}
