import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankTask } from '../task-edit.ts'
import { chosenTasks, staleFields, taskInWords, tasksByKey } from './stale-draft.ts'

const a = { ...blankTask('a'), title: '甲' }
const b = { ...blankTask('b'), title: '乙' }

test('staleFields: a row for each task of either side, mine first', () => {
  assert.deepEqual(
    staleFields(tasksByKey([a]), tasksByKey([b, a])).map(({ key }) => key),
    ['a', 'b'],
  )
})

test('chosenTasks: a task that the chosen side has removed is left out', () => {
  assert.deepEqual(chosenTasks({ a, b: null, c: undefined }), [a])
})

test('taskInWords: what is not said is said to be open', () => {
  assert.deepEqual(taskInWords(a), ['甲', '牵头：未定', '责任：无', '时限：未定'])
})
