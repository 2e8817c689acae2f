import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankHand, handBody, isTouched, missingIn } from './hand-input.ts'

const blank = blankHand('m', 't')

test('handBody: a new basis, empty parts are null, the one task is named as the measure', () => {
  const edit = { ...blank, basis: ' 市长批示 ', signedOn: '2021-07-01', title: '解决停车难' }
  assert.deepEqual(handBody(edit), {
    id: 'm',
    basis: { kind: '批示', title: '市长批示', number: null, issuer: null, signedOn: '2021-07-01' },
    clause: null,
    title: '解决停车难',
    tasks: [{ id: 't', title: '解决停车难', leads: [], supports: [], dates: [], targets: [] }],
  })
})

test('handBody: a document of the ledger is only named', () => {
  assert.deepEqual(handBody({ ...blank, documentId: 'd', basis: 'x' }).basis, { documentId: 'd' })
})

const missing = [
  ['nothing typed', blank, ['basis.title', 'title']],
  ['a document chosen', { ...blank, documentId: 'd', title: '办' }, []],
] as const
for (const [name, edit, expected] of missing) {
  test(`missingIn: ${name}`, () =>
    assert.deepEqual(
      missingIn(edit).map(({ field }) => field),
      expected,
    ))
}

test('isTouched: a lead alone is worth keeping', () => {
  assert.equal(isTouched(blank), false)
  assert.equal(isTouched({ ...blank, tasks: blank.tasks.map((task) => ({ ...task, leads: ['甲局'] })) }), true)
})
