import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { bodyLines, checkLines } from './body-rows.ts'
import { readSheet } from './read-sheet.ts'
import { sampleSheet } from './write-sample.ts'

test('the sample sheet is read back without a fault', async () => {
  const checked = checkLines(bodyLines(await readSheet(await sampleSheet())), [])
  assert.deepEqual(
    checked.map(({ line, state, short, parent, aliases }) => [line, state, short, parent, aliases.length]),
    [
      [2, 'new', '市政府', '', 0],
      [3, 'new', '市政府办公室', '市政府', 2],
      [4, 'new', '市财政局', '市政府', 0],
    ],
  )
})

/** An archive with one part `xl/workbook.xml` that claims to be small. */
function bomb(bytes: number): Buffer {
  const name = Buffer.from('xl/workbook.xml')
  const packed = deflateRawSync(Buffer.alloc(bytes))
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(100, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, central, name, end])
}

const refused = [
  ['an empty file', Buffer.alloc(0), /不是 xlsx/],
  ['text', Buffer.from('名称,简称\n'), /不是 xlsx/],
  ['an old or locked one', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /旧格式|密码/],
  ['one that is cut off', (await sampleSheet()).subarray(0, 2000), /不是 xlsx|损坏/],
  ['one that unpacks to more than it claims', bomb(50 * 1024 * 1024), /展开后过大/],
  ['a workbook of nothing', bomb(10), /损坏/],
] as const

for (const [name, bytes, expected] of refused) {
  test(`a sheet is refused: ${name}`, async () => {
    await assert.rejects(readSheet(bytes), (error: { code?: string; message: string }) => {
      assert.equal(error.code, 'organisations.sheet-refused')
      assert.match(error.message, expected)
      return true
    })
  })
}
