import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { getItem } from '../catalogue/index.ts'
import { actOnLicence } from '../licences/act.ts'
import { LicenceActRefused, LicenceUnknown, ReleaseInvalid } from '../licences/errors.ts'
import { releaseFields, withdrawRelease } from '../licences/hold.ts'
import { issueLicence, verifyFile } from '../licences/index.ts'
import { loadFile, loadLicence, loadMine } from '../licences/pages/licence.loader.ts'
import { publishedKeys, verifyLicence } from '../licences/verify.ts'
import { type ActInput, actOnCase } from './act.ts'
import { approvals, firm, labour, market, type TestCases, testCases } from './test-cases.ts'

let town: TestCases
let citizen: Ctx
let other: Ctx
let officer: Ctx
let id: string
let code: string

before(async () => {
  town = await testCases()
  citizen = await town.as('citizen')
  other = await town.as('citizen')
  officer = await town.as('officer', approvals)
  await grant()
  const { view } = await viewOf(loadMine(citizen))
  id = view.licences[0]?.id ?? ''
  const held = await viewOf(loadLicence(citizen, id, 'https://example.test'))
  code = held.view.verifyHref.split('/').at(-1) ?? ''
})
after(() => town.place.drop())

async function grant(): Promise<void> {
  const inspector = await town.as('officer', market)
  const head = await town.as('head', approvals)
  const submitted = await town.apply(citizen)
  const act = async (ctx: Ctx, one: ActInput['act']) => {
    const { rows } = await sql<{ version: number }>`select version from case_file where id = ${submitted.id}`.execute(
      ctx.db,
    )
    await actOnCase(ctx, { id: submitted.id, version: rows[0]?.version ?? 0, act: one })
  }
  await act(officer, { type: 'accept' })
  await act(officer, { type: 'do-step', step: 'papers', outcome: 'pass', words: '' })
  await act(inspector, { type: 'do-step', step: 'site', outcome: 'pass', words: '' })
  await act(head, { type: 'do-step', step: 'decide', outcome: 'grant', words: '' })
}

async function viewOf<View>(loading: Promise<{ view: View } | object>): Promise<{ view: View }> {
  const result = await loading
  if (!('view' in result)) throw new Error('no view')
  return result
}

const seen = async () => {
  const { licence } = await verifyLicence(town.place.ctx(), code)
  assert.ok(licence)
  return licence
}

test('a granted case gives its holder a signed licence that a stranger verifies, and no field of it unasked', async () => {
  const licence = await seen()
  assert.match(licence.number, /〔2021〕1号$/)
  assert.deepEqual([licence.state, licence.signed, licence.holder, licence.fields], ['valid', true, firm.name, []])
})

test('five same issues at once are one licence, and numbers have no gap', async () => {
  const version = (await getItem(town.place.ctx(), 'food-business')).current
  assert.ok(version)
  const issue = (key: string) => {
    const ctx = town.place.ctx()
    const holder = { kind: 'person', name: '林小满', code: '11010519491231002X' } as const
    return ctx.transact((tx) =>
      issueLicence(ctx, tx, { key, version, accountId: null, holder, fields: [], basis: '试验', validTo: ctx.today }),
    )
  }
  const same = await Promise.all(Array.from({ length: 5 }, () => issue('same')))
  assert.equal(new Set(same.map((one) => one.id)).size, 1)
  const next = await Promise.all([issue('a'), issue('b')])
  const numbers = [...same.slice(0, 1), ...next].map(({ number }) => /(\d+)号$/.exec(number)?.[1]).toSorted()
  assert.deepEqual(numbers, ['2', '3', '4'])

  const { licence } = await verifyLicence(town.place.ctx(), same[0]?.code ?? '')
  assert.equal(licence?.holder, '林**')
  assert.ok(!JSON.stringify(licence).includes('19491231'))
  await town.moveTo('2021-07-07')
  assert.equal((await verifyLicence(town.place.ctx(), same[0]?.code ?? '')).licence?.state, 'expired')
})

test('what the holder shows is seen until it expires or is withdrawn, and every look is written down', async () => {
  const asked = { id, fields: ['企业名称', '经营地址'], days: 1 }
  await assert.rejects(releaseFields(other, asked), LicenceUnknown)
  await assert.rejects(releaseFields(citizen, { ...asked, fields: ['银行账号'] }), ReleaseInvalid)
  await assert.rejects(releaseFields(citizen, { ...asked, days: 31 }), ReleaseInvalid)
  await releaseFields(citizen, asked)
  const names = async () => (await seen()).fields.map(({ name }) => name)
  assert.deepEqual(await names(), asked.fields)
  await town.moveTo('2021-07-09')
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
    assert.equal((await verifyLicence(town.place.ctx(), forged)).licence, null)
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
  const stranger = await town.as('officer', labour)
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
