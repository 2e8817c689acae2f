import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold } from './fold.ts'
import { highlight, snippet } from './highlight.ts'
import { looserParts, parseQuery } from './parse-query.ts'
import { tokensOf } from './tokens.ts'
import { vectorOf } from './vector.ts'

const folds: readonly (readonly [string, string, string])[] = [
  ['traditional', '優化營商環境', '优化营商环境'],
  ['full width and case', 'ＵＫey　２０２１', 'ukey 2021'],
  ['punctuation', '（一）', '(一)'],
  ['a control character', '渡\u0000口', '渡 口'],
]
for (const [name, text, folded] of folds) test(`fold: ${name}`, () => assert.equal(fold(text), folded))

test('fold: one unit for each unit, so that places stay', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(fold(text).length, text.length)))
})

const queries: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  // what is special                         query              terms         parts
  ['two words', '企业开办', [], ['企业', '开办']],
  ['a joining word is left out', '企业的开办', [], ['企业', '开办']],
  ['only a joining word is asked', '的', [], ['的']],
  ['a single character goes with its neighbour', '市税务', [], ['市税务']],
  ['an unknown word stays together', '网约车用工', [], ['网约车', '用工']],
  ['a name that the city knows', '市行政审批局电话', ['市行政审批局'], ['市行政审批局', '电话']],
  ['quoted words stay as they are', '“企业开办” 印章', [], ['企业开办', '印章']],
  ['letters and digits', 'Ukey 4012', [], ['ukey', '4012']],
  ['nothing to look for', "' & | ! :* ()", [], []],
]
for (const [name, query, terms, parts] of queries) {
  test(`query: ${name}`, () =>
    assert.deepEqual(
      parseQuery(query, terms).parts.map(({ text }) => text),
      parts,
    ))
}

test('query: what is meant for PostgreSQL holds only our own lexemes and operators', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => {
      for (const { condition } of parseQuery(query).parts) {
        assert.match(condition, /^(?:\(?'[^'\\]+'(?::\*)?(?: <\d+> '[^'\\]+')*\)?)$/u)
      }
    }),
  )
})

test('query: a long one is shortened and says so', () => {
  const { parts, shortened } = parseQuery('渡口整修'.repeat(2500))
  assert.equal(shortened, true)
  assert.ok(parts.length > 0 && parts.length <= 12)
})

test('query: looser parts are the pairs of the parts', () => {
  assert.deepEqual(
    looserParts(parseQuery('“出生证明”').parts).map(({ text }) => text),
    ['出生', '证明'],
  )
})

test('tokens: any two neighbouring characters of a text are a lexeme, and any one is a prefix', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[一-龥]{2,12}$/), (text) => {
      const lexemes = tokensOf(text).map(({ lexeme }) => lexeme)
      const characters = [...fold(text)]
      for (const [index, character] of characters.entries()) {
        assert.ok(lexemes.some((lexeme) => lexeme.startsWith(character)))
        const pair = character + (characters[index + 1] ?? '')
        assert.ok(lexemes.includes(pair))
      }
    }),
  )
})

test('vector: parts keep their weight, and no phrase reaches over their border', () => {
  assert.equal(
    vectorOf([
      { text: '甲乙', weight: 'A' },
      { text: 'AB', weight: 'D' },
    ]),
    "'甲乙':1A '乙':2A 'ab':13",
  )
})

test('highlight: the text comes back whole whatever is looked for, and hits are the parts', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.string({ minLength: 1, maxLength: 3 }).map(fold), { maxLength: 4 }),
      (text, parts) => {
        const segments = highlight(text, parts)
        assert.equal(segments.map((segment) => segment.text).join(''), text)
        for (const { text: run, hit } of segments)
          if (hit) assert.ok(parts.some((part) => fold(run).includes(part) || part.includes(fold(run))))
      },
    ),
  )
})

test('highlight: traditional and full-width forms are marked where they stand', () => {
  assert.deepEqual(highlight('申領電子印章。', ['电子', '印章']), [
    { text: '申領', hit: false },
    { text: '電子', hit: true },
    { text: '印章', hit: true },
    { text: '。', hit: false },
  ])
})

test('snippet: shows the place where most parts stand, and markup stays text', () => {
  const text = `${'甲'.repeat(300)}渡口${'乙'.repeat(300)}渡口<script>整修${'丙'.repeat(300)}`
  const shown = snippet(text, ['渡口', '整修'], 60)
  assert.deepEqual(
    shown.filter(({ hit }) => hit).map((segment) => segment.text),
    ['渡口', '整修'],
  )
  assert.equal(shown[0]?.text, '…')
  assert.ok(shown.some((segment) => segment.text.includes('<script>')))
})
