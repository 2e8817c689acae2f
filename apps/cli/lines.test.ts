import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { linesOf, TOO_LONG } from './lines.ts'

async function* inChunks(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(text: string, size = 7): Promise<readonly unknown[]> {
  const lines: unknown[] = []
  for await (const line of linesOf(inChunks(text, size), 40)) lines.push(line)
  return lines
}

const table = [
  ['nothing', '', []],
  ['no line end at the end', 'a\nb', ['a', 'b']],
  ['an empty line in between', 'a\n\nb\n', ['a', '', 'b']],
  ['Windows line ends', 'a\r\nb\r\n', ['a', 'b']],
  ['other separators stay', 'a\u2028b\rc\n', ['a\u2028b\rc']],
  ['a byte order mark', '\uFEFFa\n', ['a']],
  ['a line without end', `a\n${'x'.repeat(100)}\nb`, ['a', TOO_LONG, 'b']],
] as const

for (const [name, text, lines] of table) {
  test(`lines: ${name}`, async () => assert.deepEqual(await read(text), lines))
}

test('lines: where the chunks are cut makes no difference', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('聊', 'a', '\n', '\r\n', '𠮷')),
      fc.integer({ min: 1, max: 9 }),
      async (parts, size) => {
        const text = parts.join('')
        assert.deepEqual(await read(text, size), await read(text, 1000))
      },
    ),
  )
})
