import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Actor, Role } from '@guangyue/platform/access'
import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import { oneConnection, type TestCity, testCity } from '@guangyue/platform/testing'
import { sql } from 'kysely'
import { catalogueModule, getItem } from '../catalogue/index.ts'
import { gazetteModule } from '../gazette/index.ts'
import { createAccount, identityModule } from '../identity/index.ts'
import { bodiesOn, organisationsModule } from '../organisations/index.ts'
import { actOnLicence } from './act.ts'
import { LicenceActRefused, LicenceUnknown, ReleaseInvalid } from './errors.ts'
import { releaseFields, withdrawRelease } from './hold.ts'
import { type Field, issueLicence, licencesModule, verifyFile } from './index.ts'
import type { Holder } from './model.ts'
import { loadFile, loadLicence, loadMine } from './pages/licence.loader.ts'
import { publishedKeys, verifyLicence } from './verify.ts'

const pack = new URL('../../packs/liaocheng-2021/', import.meta.url)
const ledgerAction = { name: 'ledger-action', grants: { 'ledger.read': { supervision: 'city' } } } as const
const firm: Holder = { kind: 'firm', name: '聊城湖畔面馆', code: '91350100M000100Y43' }
const shop: readonly Field[] = [
  { name: '企业名称', value: firm.name },
  { name: '经营地址', value: '东昌府区兴华西路12号' },
]

let place: TestCity
let citizen: Ctx
let other: Ctx
let officer: Ctx
let stranger: Ctx
let id: string
let code: string

before(async () => {
  place = await testCity([
    organisationsModule,
    identityModule,
    gazetteModule,
    ledgerAction,
    catalogueModule,
    licencesModule,
  ])
  const system = place.ctx()
  await organisationsModule.loadPack?.(system, pack)
  await catalogueModule.loadPack?.(system, pack)
  citizen = await as('citizen')
  other = await as('citizen')
  officer = await as('officer', 'shi-xing-zheng-shen-pi-ju')
  stranger = await as('officer', 'shi-ren-li-zi-yuan-she-hui-bao-zhang-ju')
  await issue('first', { holder: firm, fields: shop, accountId: citizen.actor.accountId, validTo: null })
  const { view } = await viewOf(loadMine(citizen))
  id = view.licences[0]?.id ?? ''
  const held = await viewOf(loadLicence(citizen, id, 'https://example.test'))
  code = held.view.verifyHref.split('/').at(-1) ?? ''
})
after(() => place.drop())

async function as(role: Role, body?: string): Promise<Ctx> {
  const bodies = await bodiesOn(place.ctx())
  const bodyId = bodies.find(({ key }) => key === body)?.id ?? null
  const username = `u${randomUUID().slice(0, 12)}`
  const form = { username, name: username, password: '一二三四五六七八九十', bodyId, title: null, email: null }
  const accountId = await createAccount(place.ctx(), { ...form, roles: [role] })
  const own = bodyId === null ? [] : [bodyId]
  const actor: Actor = { kind: 'account', accountId, name: username, bodyId, bodies: own, roles: [role] }
  // made anew for each use, so that it follows the city's time
  return new Proxy({} as Ctx, { get: (_, key) => Reflect.get(oneConnection(place.ctx(actor)), key) })
}

const moveTo = (day: string) => place.cities.moveTime('test', `${day}T01:00:00.000Z`)

async function issue(
  key: string,
  more: Pick<Parameters<typeof issueLicence>[2], 'holder' | 'fields' | 'accountId' | 'validTo'>,
) {
  const version = (await getItem(place.ctx(), 'food-business')).current
  assert.ok(version)
  const ctx = place.ctx()
  return ctx.transact((tx) => issueLicence(ctx, tx, { key, version, basis: '试验', ...more }))
}

async function viewOf<View>(loading: Promise<{ view: View } | object>): Promise<{ view: View }> {
  const result = await loading
  if (!('view' in result)) throw new Error('no view')
  return result
}

const seen = async () => {
  const { licence } = await verifyLicence(place.ctx(), code)
  assert.ok(licence)
  return licence
}

test('a licence is signed and verified by a stranger, who sees no field of it unasked', async () => {
  const licence = await seen()
  assert.match(licence.number, /〔2021〕1号$/)
  assert.deepEqual([licence.state, licence.signed, licence.holder, licence.fields], ['valid', true, firm.name, []])
})

test('five same issues at once are one licence, and numbers have no gap', async () => {
  const holder = { kind: 'person', name: '林小满', code: '11010519491231002X' } as const
  const again = (key: string) => issue(key, { holder, fields: [], accountId: null, validTo: place.ctx().today })
  const same = await Promise.all(Array.from({ length: 5 }, () => again('same')))
  assert.equal(new Set(same.map((one) => one.id)).size, 1)
  const next = await Promise.all([again('a'), again('b')])
  const numbers = [...same.slice(0, 1), ...next].map(({ number }) => /(\d+)号$/.exec(number)?.[1]).toSorted()
  assert.deepEqual(numbers, ['2', '3', '4'])

  const { licence } = await verifyLicence(place.ctx(), same[0]?.code ?? '')
  assert.equal(licence?.holder, '林**')
  assert.ok(!JSON.stringify(licence).includes('19491231'))
  await moveTo('2021-07-07')
  assert.equal((await verifyLicence(place.ctx(), same[0]?.code ?? '')).licence?.state, 'expired')
})

test('what the holder shows is seen until it expires or is withdrawn, and every look is written down', async () => {
  const asked = { id, fields: ['企业名称', '经营地址'], days: 1 }
  await assert.rejects(releaseFields(other, asked), LicenceUnknown)
  await assert.rejects(releaseFields(citizen, { ...asked, fields: ['银行账号'] }), ReleaseInvalid)
  await assert.rejects(releaseFields(citizen, { ...asked, days: 31 }), ReleaseInvalid)
  await releaseFields(citizen, asked)
  const names = async () => (await seen()).fields.map(({ name }) => name)
  assert.deepEqual(await names(), asked.fields)
  await moveTo('2021-07-09')
  assert.deepEqual(await names(), [])
  await releaseFields(citizen, asked)
  await withdrawRelease(citizen, id)
  assert.deepEqual(await names(), [])
  const { view } = await viewOf(loadLicence(citizen, id, ''))
  assert.equal(view.showings.filter(({ what }) => what === '企业名称、经营地址').length, 1)
  assert.equal(view.showings.length, 4)
})

test('another’s licence is not found, and a forged code is answered like any that is none', async () => {
  await assert.rejects(loadLicence(other, id, ''), LicenceUnknown)
  await assert.rejects(loadFile(other, id), LicenceUnknown)
  for (const forged of ['', 'x', `${code.slice(0, -1)}!`, `${code}' or 1=1`]) {
    assert.equal((await verifyLicence(place.ctx(), forged)).licence, null)
  }
})

test('offline: the file holds with the published keys; a changed field or another key does not', async () => {
  const result = await loadFile(citizen, id)
  assert.ok('file' in result && Buffer.isBuffer(result.file.body))
  const file = result.file.body.toString()
  const keys = JSON.stringify(await publishedKeys(citizen.db))
  assert.equal(verifyFile(file, keys).ok, true)
  const why = (changed: string, published = keys) => {
    const reading = verifyFile(changed, published)
    return reading.ok ? '' : reading.why
  }
  assert.match(why(file.replace(firm.name, '聊城湖畔酒楼')), /Ed25519 签名不符/)
  const { signatures, text } = JSON.parse(file)
  const half = { ...signatures, sm2: { ...signatures.sm2, signature: '3006020101020101' } }
  assert.match(why(JSON.stringify({ text, signatures: half })), /SM2 签名不符/)
  assert.match(why(file, JSON.stringify({ ed25519: [], sm2: [] })), /不在公布的公钥之中/)
  assert.match(why('{'), /不是电子证照文件/)
})

test('two officers at once: one suspends; another body finds nothing; the stranger sees it at the next request', async () => {
  const act = { id, version: 1, type: 'suspend', reason: '检查发现经营场所变更' } as const
  await assert.rejects(actOnLicence(stranger, act), LicenceUnknown)
  const done = await Promise.allSettled([actOnLicence(officer, act), actOnLicence(officer, act)])
  assert.deepEqual(done.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const refused = done.find((one) => one.status === 'rejected')
  assert.ok(refused?.status === 'rejected' && refused.reason instanceof StaleVersion)
  assert.equal((await seen()).state, 'suspended')
  await assert.rejects(actOnLicence(officer, { ...act, version: 2 }), LicenceActRefused)
  await actOnLicence(officer, { ...act, version: 2, type: 'resume' })
  assert.equal((await seen()).state, 'valid')
  await actOnLicence(officer, { ...act, version: 3, type: 'revoke' })
  assert.equal((await seen()).state, 'revoked')
})

test('the program can change nothing that a licence says', async () => {
  await assert.rejects(sql`update licence set fields = '[]'`.execute(citizen.db), /permission denied/)
  await assert.rejects(sql`delete from licence_showing`.execute(citizen.db), /permission denied/)
})
