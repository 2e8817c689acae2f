import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differencesOf } from '../service/compare-texts.ts'
import type { TextBlock } from './document.view.ts'
import { withTables } from './document-text.ts'
import { linkNames } from './link-names.ts'

const block = (look: TextBlock['look'], ...paragraphs: string[]): TextBlock => ({
  key: paragraphs.join(),
  anchor: '',
  look,
  place: '',
  href: '',
  lead: '',
  heading: '',
  paragraphs,
  current: 'no',
  counts: [],
  light: null,
})

test('tables: clauses with a line for each column head above them are rows, another clause ends the table', () => {
  const shown = withTables([
    block('paragraph', '序号｜任务｜时限'),
    block('clause', '1', '修缮旧仓库', '10月底前'),
    block('clause', '2', '设置慢行线', '8月底前'),
    block('clause', '三、其他要求'),
    block('paragraph', '甲｜乙'),
    block('clause', '甲', '乙'),
  ])
  assert.deepEqual(
    shown.map((one) => (one.look === 'table' ? [one.heads, one.rows.map(({ cells }) => cells)] : one.look)),
    [
      [
        ['序号', '任务', '时限'],
        [
          ['1', '修缮旧仓库', '10月底前'],
          ['2', '设置慢行线', '8月底前'],
        ],
      ],
      'clause',
      'paragraph',
      'clause',
    ],
  )
})

test('names in a text: the longest is linked, once, and what is between stays', () => {
  const links = new Map([
    ['市行政审批局', '/a'],
    ['行政审批局', '/b'],
    ['程远', '/c'],
    ['局', '/d'],
  ])
  assert.deepEqual(linkNames('程远到市行政审批局。', links), [
    { text: '程远', href: '/c' },
    { text: '到', href: null },
    { text: '市行政审批局', href: '/a' },
    { text: '。', href: null },
  ])
  assert.deepEqual(linkNames('无名', links), [{ text: '无名', href: null }])
  assert.deepEqual(linkNames('甲(乙', new Map([['甲(', '/x']])), [
    { text: '甲(', href: '/x' },
    { text: '乙', href: null },
  ])
})

test('texts compared: changed, added, removed; white space does not count', () => {
  const at = (key: string, text: string) => ({ path: key.split('/'), pathKey: key, text })
  assert.deepEqual(
    differencesOf(
      [at('一', '甲 乙'), at('二', '旧'), at('三', '去')],
      [at('一', '甲乙'), at('二', '新'), at('四', '来')],
    ),
    [
      { path: ['二'], before: '旧', after: '新' },
      { path: ['四'], before: null, after: '来' },
      { path: ['三'], before: '去', after: null },
    ],
  )
})
