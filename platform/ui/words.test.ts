import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf } from '../i18n/index.ts'
import { words } from './words.ts'

test('words: both languages say the same', () => assert.deepEqual(faultsOf(words), []))
