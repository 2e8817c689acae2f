import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAccount, peopleOfRole } from '@guangyue/modules/identity'
import { StaleVersion } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { upsertIndicators } from '../store/documents.ts'
import { testLedger } from '../test-ledger.ts'
import { charges, nameCommander, postsAbove, saveCharge } from './service.ts'

test('a unit has one post above it, and goes up to those who hold it', async (t) => {
  const { place, as, bodyId } = await testLedger()
  t.after(() => place.drop())
  const office = await as('supervision')
  const [police, finance] = [await bodyId('市公安局'), await bodyId('市财政局')]
  await createAccount(place.ctx(), {
    username: 'lingdao',
    name: '某领导',
    password: 'correct horse battery',
    bodyId: null,
    title: '副市长',
    email: null,
    roles: ['leader'],
  })
  const [leader] = await peopleOfRole(place.ctx().db, 'leader')
  assert.ok(leader)

  await saveCharge(office, { post: '副市长甲', bodyIds: [police, finance], accountIds: [], seen: null })
  assert.deepEqual(
    await saveCharge(office, { post: '副市长乙', bodyIds: [police], accountIds: [leader.id], seen: null }),
    {
      moved: [{ body: '市公安局', from: '副市长甲' }],
    },
  )
  const nobodys = await bodyId('市水利局')
  assert.deepEqual(
    await postsAbove(office.db, [police, finance, nobodys]),
    new Map([
      [finance, { post: '副市长甲', accountIds: [] }],
      [police, { post: '副市长乙', accountIds: [leader.id] }],
    ]),
  )
  const { items } = await charges(office)
  assert.deepEqual(
    items.map(({ post, bodies }) => [post, bodies.map(({ name }) => name)]),
    [
      ['副市长甲', ['市财政局']],
      ['副市长乙', ['市公安局']],
    ],
  )
})

test('only city leaders hold a post, and only the office says so', async (t) => {
  const { place, as } = await testLedger()
  t.after(() => place.drop())
  const office = await as('supervision')
  await assert.rejects(
    saveCharge(office, { post: '甲', bodyIds: [], accountIds: [place.ctx().newId()], seen: null }),
    InputInvalid,
  )
  await assert.rejects(
    saveCharge(office, { post: '甲', bodyIds: [place.ctx().newId()], accountIds: [], seen: null }),
    InputInvalid,
  )
  const head = await as('head', '市公安局')
  await assert.rejects(saveCharge(head, { post: '甲', bodyIds: [], accountIds: [], seen: null }), {
    code: 'access.action-not-allowed',
  })
  await assert.rejects(nameCommander(office, { key: '没有', post: '甲', seen: null }), {
    code: 'ledger.indicator-unknown',
  })
})

test('of five who save the same post at once one is first, and nobody overwrites what they have not seen', async (t) => {
  const { place, as, bodyId } = await testLedger()
  t.after(() => place.drop())
  const office = await as('supervision')
  const [police, finance] = [await bodyId('市公安局'), await bodyId('市财政局')]
  await createAccount(place.ctx(), {
    username: 'lingdao',
    name: '某领导',
    password: 'correct horse battery',
    bodyId: null,
    title: '副市长',
    email: null,
    roles: ['leader'],
  })
  const [leader] = await peopleOfRole(place.ctx().db, 'leader')
  const charge = { post: '副市长甲', bodyIds: [police], accountIds: [leader?.id ?? ''] }
  const done = await Promise.allSettled(Array.from({ length: 5 }, () => saveCharge(office, { ...charge, seen: null })))
  assert.deepEqual(done.map(({ status }) => status).sort(), [
    'fulfilled',
    'rejected',
    'rejected',
    'rejected',
    'rejected',
  ])
  assert.ok(done.every((one) => one.status === 'fulfilled' || one.reason instanceof StaleVersion))

  const seen = { bodyIds: charge.bodyIds, accountIds: charge.accountIds }
  await saveCharge(office, { ...charge, bodyIds: [finance, police], seen })
  await assert.rejects(saveCharge(office, { ...charge, bodyIds: [], seen }), StaleVersion)
  assert.deepEqual([...(await postsAbove(office.db, [police, finance])).keys()].sort(), [police, finance].sort())
})

test('a commander is named over the one that was seen', async (t) => {
  const { place, as } = await testLedger()
  t.after(() => place.drop())
  const office = await as('supervision')
  const key = 'first'
  const indicator = { key, position: 1, name: '开办企业', folded: '试政发20211', chapters: ['一'], commander: null }
  await office.transact((tx) => upsertIndicators(tx, [indicator]))
  await nameCommander(office, { key, post: '副市长甲', seen: null })
  await assert.rejects(nameCommander(office, { key, post: '副市长乙', seen: null }), StaleVersion)
  await nameCommander(office, { key, post: null, seen: '副市长甲' })
  assert.equal((await charges(office)).indicators[0]?.named, false)
})
