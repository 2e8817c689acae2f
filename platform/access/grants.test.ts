import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, anyone, systemActor } from './actor.ts'
import { type Grant, isAllowed, type Thing } from './grants.ts'

const officer: Actor = {
  kind: 'account',
  accountId: 'a1',
  name: '甲',
  bodyId: 'b1',
  bodies: ['b1', 'b2'],
  roles: ['officer'],
}

const table: readonly [string, Grant | undefined, Actor, Thing | undefined, boolean][] = [
  ['an action nobody declared', undefined, systemActor, undefined, false],
  ['open to anyone', 'anyone', anyone, undefined, true],
  ['signed in only, a visitor', 'signed-in', anyone, undefined, false],
  ['signed in only, an account', 'signed-in', officer, undefined, true],
  ['another role', { supervision: 'city' }, officer, undefined, false],
  ['own body', { officer: 'bodies' }, officer, { bodies: ['b1'] }, true],
  ['a body below', { officer: 'bodies' }, officer, { bodies: ['b9', 'b2'] }, true],
  ['a foreign body', { officer: 'bodies' }, officer, { bodies: ['b9'] }, false],
  ['a thing without a body', { officer: 'bodies' }, officer, {}, false],
  ['own thing', { officer: 'own' }, officer, { accountId: 'a1' }, true],
  ["another's thing", { officer: 'own' }, officer, { accountId: 'a2' }, false],
  ['offered without a thing', { officer: 'own' }, officer, undefined, true],
  ['the program', { supervision: 'city' }, systemActor, undefined, true],
]

for (const [name, grant, actor, thing, allowed] of table) {
  test(`isAllowed: ${name}`, () => assert.equal(isAllowed(grant, actor, thing), allowed))
}
