import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf } from '@guangyue/platform/i18n'
import { portal } from './messages.ts'

test('portal messages: both languages say the same', () => assert.deepEqual(faultsOf(portal), []))
