import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partiesInWords, partyNames } from './parties.ts'

const party = (role: 'lead' | 'support', name: string, group: string | null = null) => ({
  role,
  name,
  body: { id: name, name: `某市${name}` },
  group,
})
const parties = [
  party('lead', '甲局'),
  { ...party('lead', '乙办'), body: null },
  party('support', '丙局'),
  party('support', '东县', '各县（市、区）'),
  party('support', '西县', '各县（市、区）'),
]

test('partiesInWords: full names where a body is known, groups with their members', () => {
  assert.deepEqual(partiesInWords(parties), {
    leads: ['某市甲局', '乙办'],
    supports: ['某市丙局'],
    groups: [{ name: '各县（市、区）', members: ['某市东县', '某市西县'] }],
  })
})

test('partyNames: a group is named once, as printed', () => {
  assert.deepEqual(partyNames(parties, 'support'), ['丙局', '各县（市、区）'])
})
