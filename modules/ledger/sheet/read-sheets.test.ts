import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { readSheets } from './read-sheets.ts'

/** A zip of these parts; `size` is what it claims to unpack to. */
function zip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const data = deflateRawSync(content)
    const label = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(crc32(content), 14)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt16LE(label.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(data.length, 20)
    central.writeUInt16LE(label.length, 28)
    central.writeUInt32LE(offset, 42)
    locals.push(local, label, data)
    centrals.push(central, label)
    offset += 30 + label.length + data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...centrals, end])
}

const workbook = '<workbook><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>'
const rels = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
const book = (sheet: string, more: Readonly<Record<string, string | Buffer>> = {}) =>
  zip({ 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': rels, 'xl/worksheets/sheet1.xml': sheet, ...more })
const rowsOf = (bytes: Buffer) => readSheets(bytes)[0]?.rows

test('sheet: what exceljs writes is read: dates, formulas as values, rich text, merged cells', async () => {
  const made = new exceljs.Workbook()
  const sheet = made.addWorksheet('台账')
  sheet.addRow(['标题', '', ''])
  sheet.mergeCells('A1:C1')
  sheet.addRow([
    new Date(Date.UTC(2021, 5, 30)),
    { formula: '1+1', result: 2 },
    { richText: [{ text: '富' }, { text: '文本' }] },
  ])
  sheet.addRow([1.1, '  a&<b  ', true])
  const bytes = Buffer.from(await made.xlsx.writeBuffer())
  assert.deepEqual(rowsOf(bytes), [
    ['标题', '标题', '标题'],
    ['2021-06-30', '2', '富文本'],
    ['1.1', 'a&<b', '是'],
  ])
})

test('sheet: names with prefixes, cells without references, gaps', () => {
  const sheet =
    '<x:sheetData><x:row><x:c t="str"><x:v>甲</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row r="3"><x:c r="B3" t="inlineStr"><x:is><x:t>乙</x:t></x:is></x:c></x:row></x:sheetData>'
  assert.deepEqual(rowsOf(book(sheet)), [['甲', '2'], [], ['', '乙']])
})

const refused: readonly (readonly [string, Buffer, RegExp])[] = [
  ['empty', Buffer.alloc(0), /空的/],
  ['old xls or protected', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), /加密|旧/],
  ['no zip', Buffer.from('没有表格，只有文字'), /不是 xlsx/],
  ['a zip of something else', zip({ 'a.txt': 'x' }), /不是 xlsx/],
  ['a zip bomb', book('<sheetData/>', { 'xl/sharedStrings.xml': Buffer.alloc(100 * 1024 * 1024, 0x20) }), /解压后过大/],
  ['cut off', book('<sheetData/>').subarray(0, 60), /损坏/],
]
for (const [name, bytes, what] of refused) {
  test(`sheet refused: ${name}`, () =>
    assert.throws(
      () => readSheets(bytes),
      (error: Error) => what.test(error.message),
    ))
}

test('sheet: a merged range over the whole sheet, a row number beyond all, unclosed elements: read, cut, not hung', () => {
  const wild =
    '<sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c></row><row r="99999999"><c><v>1</v></c></row></sheetData><mergeCell ref="A1:XFD1048576"/>'
  assert.equal(rowsOf(book(wild))?.length, 1)
  assert.equal(readSheets(book(wild))[0]?.cut, true)
  const unclosed = `<sheetData><row>${'<c t="str"><v>'.repeat(100_000)}`
  assert.deepEqual(rowsOf(book(unclosed)), [])
  const strings = `<sst><si>${'<rPh sb="0">'.repeat(100_000)}</si></sst>`
  assert.deepEqual(rowsOf(book('<sheetData/>', { 'xl/sharedStrings.xml': strings })), [])
})

test('sheet: any bytes are read or refused in words', () => {
  const good = book('<sheetData><row><c><v>1</v></c></row></sheetData>')
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
      const bytes = Buffer.from(good)
      bytes[at] = value
      try {
        readSheets(bytes)
      } catch (error) {
        assert.equal((error as { code?: string }).code, 'ledger.sheet-unreadable', String(error))
      }
    }),
    { numRuns: 500 },
  )
})

test('sheet: the sample city’s old ledger', () => {
  const [ledger, notes] = readSheets(
    readFileSync(new URL('../../../packs/sample/spreadsheets/督办台账2020.xlsx', import.meta.url)),
  )
  assert.deepEqual(ledger?.rows[2], [
    '序号',
    '工作任务',
    '牵头领导',
    '牵头单位',
    '配合单位',
    '完成时限',
    '进展情况',
    '备注',
  ])
  assert.equal(notes?.name, '填报说明')
})
