import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BodyItem } from '@guangyue/kernel/official-document'
import { numbersOf } from './notice-numbers.ts'

const heading = (level: 1 | 2 | 3 | 4): BodyItem => ({ kind: 'heading', level, heading: '甲', text: '' })

test('headings are counted under the heading above them', () => {
  const body = [heading(1), heading(2), heading(2), { kind: 'text', text: '乙' } as const, heading(1), heading(2)]
  assert.deepEqual(numbersOf(body), ['一、', '（一）', '（二）', '', '二、', '（一）'])
  assert.deepEqual(numbersOf([heading(3), heading(4), heading(4), heading(3), heading(4)]), [
    ...['1.', '（1）', '（2）', '2.', '（1）'],
  ])
  assert.equal(
    numbersOf(Array.from({ length: 21 }, () => heading(1)))
      .slice(9)
      .join(''),
    '十、十一、十二、十三、十四、十五、十六、十七、十八、十九、二十、二十一、',
  )
})
