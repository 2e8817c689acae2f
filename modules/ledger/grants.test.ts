import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, anyone, isAllowed, type Role, roles } from '@guangyue/platform/access'
import { ledgerGrants } from './grants.ts'

/** Who may do each action, to a thing of the own body and to one of another: o own, c city, - not. */
const table: Readonly<Record<keyof typeof ledgerGrants, string>> = {
  //                    citizen clerk officer head supervision editor rule-editor auditor administrator leader
  'ledger.read': '--ooc--c-c',
  'ledger.draft': '----c-----',
  'ledger.confirm': '----c-----',
  'ledger.release': '----c-----',
  'ledger.act': '--ooc-----',
  'ledger.step': '--ooc----c',
  'ledger.report': '--oo------',
  'ledger.verify': '--ooc-----',
  'ledger.verify-office': '---------c',
  'ledger.steer': '----c-----',
  'ledger.break-down': '--ooc-----',
  'ledger.dispatch': '----c-----',
  'ledger.inspect': '----c-----',
  'ledger.score': '----c-----',
  'ledger.notice': '----c-----',
  'ledger.charge': '----c-----',
  'ledger.oversee': '----c--c-c',
}

const person = (role: Role): Actor => ({
  kind: 'account',
  accountId: 'a',
  name: '甲',
  bodyId: 'own',
  bodies: ['own', 'below'],
  roles: [role],
})

for (const [action, expected] of Object.entries(table)) {
  test(`grants: ${action}`, () => {
    const grant = ledgerGrants[action as keyof typeof ledgerGrants]
    const found = roles.map((role) => {
      const may = (...bodies: string[]) => isAllowed(grant, person(role), { bodies })
      assert.equal(may('own'), may('below'), `${role} reaches below as far as its own`)
      if (may('other')) return 'c'
      return may('own') ? 'o' : '-'
    })
    assert.equal(found.join(''), expected)
    assert.equal(isAllowed(grant, anyone), false)
  })
}
