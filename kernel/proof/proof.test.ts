import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ChainLink, canonicalText, chainFaults, chainStart, type Plain } from './index.ts'

const plain = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value')),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { noNullPrototype: true }),
  ),
})).value

/** The same value, its keys put in another order. */
function turned(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, part === undefined ? undefined : turned(part)]),
  )
}

test('canonical text: reads back as the same value, and is its own canonical form', () => {
  fc.assert(
    fc.property(plain, (value) => {
      const text = canonicalText(value)
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)))
      assert.equal(canonicalText(JSON.parse(text)), text)
    }),
  )
})

test('canonical text: the order of keys does not matter', () => {
  fc.assert(fc.property(plain, (value) => assert.equal(canonicalText(turned(value)), canonicalText(value))))
})

test('canonical text: different values have different texts', () => {
  fc.assert(
    fc.property(plain, plain, (a, b) => {
      fc.pre(JSON.stringify(turned(a)) !== JSON.stringify(turned(b)))
      try {
        assert.deepEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)))
      } catch {
        assert.notEqual(canonicalText(a), canonicalText(b))
      }
    }),
  )
})

const written = [
  ['keys in order, blanks out', { 乙: 1, 甲: [true, null], a: 'x y' }, '{"a":"x y","乙":1,"甲":[true,null]}'],
  ['minus nought', -0, '0'],
  ['quotes, line ends, signs beyond the basic plane', '“a"\n𠮷', '"“a\\"\\n𠮷"'],
  ['undefined is left out', { a: undefined, b: {} }, '{"b":{}}'],
] as const
for (const [name, value, text] of written)
  test(`canonical text: ${name}`, () => assert.equal(canonicalText(value), text))

for (const [name, value] of [
  ['a fraction', 0.5],
  ['more than is exact', 2 ** 53],
  ['no number', Number.NaN],
  ['half a character', '\ud842'],
] as const) {
  test(`canonical text: refuses ${name}`, () => assert.throws(() => canonicalText({ value }), RangeError))
}

const tools = {
  hash: (text: string) => createHash('sha256').update(text).digest('hex'),
  verify: ({ statement, signature, publicKey }: Pick<ChainLink, 'statement' | 'signature' | 'publicKey'>) =>
    signature === `${publicKey} signs ${statement}`,
}

/** A whole chain of these contents. */
function chainOf(contents: readonly string[]): ChainLink[] {
  let previous = chainStart
  return contents.map((content) => {
    const statement = canonicalText({ content, previous })
    const link = { statement, previous, hash: tools.hash(statement), publicKey: 'k', signature: `k signs ${statement}` }
    previous = link.hash
    return link
  })
}

test('chain: a whole one has no faults; altered, cut or swapped ones are told where', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 3, maxLength: 6 }), fc.nat(), (contents, at) => {
      const links = chainOf(contents)
      assert.deepEqual(chainFaults(links, tools).flat(), [])
      const i = at % links.length
      const altered = links.map((link, n) => (n === i ? { ...link, statement: `${link.statement} ` } : link))
      assert.deepEqual(chainFaults(altered, tools)[i], ['hash', 'signature'])
      const cut = links.toSpliced(0, 1)
      assert.deepEqual(chainFaults(cut, tools)[0], ['previous'])
      const swapped = [links[1], links[0], ...links.slice(2)].flatMap((link) => link ?? [])
      assert.deepEqual(chainFaults(swapped, tools).slice(0, 2), [['previous'], ['previous']])
    }),
  )
})
