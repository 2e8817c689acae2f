import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import { placeOf } from './place.ts'
import { readSheets } from './read-sheets.ts'

const limits = { rows: 3, columns: 3, unpacked: 100_000 }

/** A workbook of one sheet, packed or stored. */
function bookOf(sheet: string, method: 0 | 8 = 8): Buffer {
  const parts = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  }
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const data = method === 0 ? Buffer.from(content) : deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(crc32(content), 14)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(method, 10)
    central.writeUInt32LE(data.length, 20)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), data)
    centrals.push(central, Buffer.from(name))
    offset += 30 + name.length + data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(3, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...centrals, end])
}

const read = (rows: string) => readSheets(bookOf(`<sheetData>${rows}</sheetData>`), limits)[0]

for (const [line, column, place] of [
  [1, 0, '第 1 行 A 列'],
  [30, 25, '第 30 行 Z 列'],
  [2, 26, '第 2 行 AA 列'],
  [2, 702, '第 2 行 AAA 列'],
] as const) {
  test(`a place is said as spreadsheets show it: ${place}`, () => assert.equal(placeOf(line, column), place))
}

test('a formula is its last value; one without a value or in error is blank and told by row and column', () => {
  const sheet = read(
    '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>C9</f></c></row><row r="3"><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
  )
  assert.deepEqual(sheet?.rows, [['2', '']])
  assert.deepEqual(
    sheet?.faults.map(({ line, column, message }) => [line, column, message.split('，')[0]]),
    [
      [1, 1, '第 1 行 B 列：公式还没有算出结果'],
      [3, 2, '第 3 行 C 列：公式出错（#DIV/0!）'],
    ],
  )
})

test('a text that is too long is cut and told', () => {
  const sheet = read(`<row><c t="str"><v>${'长'.repeat(5000)}</v></c></row>`)
  assert.equal(sheet?.rows[0]?.[0]?.length, 4000)
  assert.match(sheet?.faults[0]?.message ?? '', /^第 1 行 A 列：超过 4000 字/)
})

test('rows and columns past the limits are left out; only rows with something in them count as cut', () => {
  const cell = (at: string) => `<row r="${at.slice(1)}"><c r="${at}"><v>1</v></c></row>`
  assert.deepEqual([read(cell('A3'))?.cut, read(cell('A4'))?.cut], [false, true])
  assert.equal(read('<row r="4"><c r="A4" s="1"/></row>')?.cut, false)
  assert.deepEqual(read('<row r="1"><c r="C1"><v>1</v></c><c r="D1"><v>2</v></c></row>')?.rows, [['', '', '1']])
})

for (const method of [0, 8] as const) {
  test(`what unpacks to more than the limit is refused (method ${method})`, () => {
    const large = bookOf(' '.repeat(200_000), method)
    assert.throws(() => readSheets(large, limits), { code: 'sheets.unreadable', data: { reason: 'too-large' } })
  })
}
