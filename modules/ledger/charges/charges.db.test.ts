import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAccount, peopleOfRole } from '@guangyue/modules/identity'
import { InputInvalid } from '@guangyue/platform/http'
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

  await saveCharge(office, { post: '副市长甲', bodyIds: [police, finance], accountIds: [] })
  assert.deepEqual(await saveCharge(office, { post: '副市长乙', bodyIds: [police], accountIds: [leader.id] }), {
    moved: [{ body: '市公安局', from: '副市长甲' }],
  })
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
  await assert.rejects(saveCharge(office, { post: '甲', bodyIds: [], accountIds: [place.ctx().newId()] }), InputInvalid)
  await assert.rejects(saveCharge(office, { post: '甲', bodyIds: [place.ctx().newId()], accountIds: [] }), InputInvalid)
  const head = await as('head', '市公安局')
  await assert.rejects(saveCharge(head, { post: '甲', bodyIds: [], accountIds: [] }), {
    code: 'access.action-not-allowed',
  })
  await assert.rejects(nameCommander(office, { key: '没有', post: '甲' }), { code: 'ledger.indicator-unknown' })
})
