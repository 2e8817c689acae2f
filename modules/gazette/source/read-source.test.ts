import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { readPackage } from './office-package.ts'
import { readSource } from './read-source.ts'
import { defaultLimits, type RefusalCode } from './source-read.ts'
import { readTxt } from './txt.ts'
import { docxMade, zipMade } from './zip-made.ts'

const NOTICE =
  '各县（市、区）人民政府：\r\n现将工作方案印发给你们，请认真组织实施，6月底前报送落实情况。\r\n二〇二二年三月'
const PLAIN = `${NOTICE.replaceAll('\r\n', '\n')}`

/** GB18030 bytes of a text, found by decoding all pairs: the platform can only decode. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, readonly number[]>()
  for (let high = 0xa1; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) pairs.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  }
  return Uint8Array.from([...text].flatMap((sign) => pairs.get(sign) ?? [sign.charCodeAt(0)]))
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const GB_TEXT = NOTICE.replace('〇', '零')

const texts = [
  ['utf-8', Buffer.from(NOTICE), 'utf-8'],
  ['utf-8 with mark', Buffer.from(`\ufeff${NOTICE}`), 'utf-8'],
  ['utf-16le with mark', Buffer.from(`\ufeff${NOTICE}`, 'utf16le'), 'utf-16le'],
  ['utf-16be with mark', utf16be(`\ufeff${NOTICE}`), 'utf-16be'],
  ['utf-16le without', Buffer.from(NOTICE, 'utf16le'), 'utf-16le'],
  ['utf-16be without', utf16be(NOTICE), 'utf-16be'],
] as const

for (const [name, bytes, encoding] of texts) {
  test(`txt: ${name}`, async () => {
    assert.deepEqual(await readSource(bytes, '公报.txt'), { ok: true, kind: 'txt', text: PLAIN, encoding, notes: [] })
  })
}

test('txt: gb18030', async () => {
  const read = await readSource(gb18030(GB_TEXT), '公报.txt')
  assert.deepEqual(read, {
    ok: true,
    kind: 'txt',
    text: GB_TEXT.replaceAll('\r\n', '\n'),
    encoding: 'gb18030',
    notes: [],
  })
})

test('txt: radical signs become the characters printed', async () => {
  const read = await readSource(Buffer.from('⾼新区、江⻔、落⼾、阿㬵'), 'a.txt')
  assert.deepEqual(read.ok && [read.text, read.notes], ['高新区、江门、落户、阿胶', ['4 个部首字符已还原为常用汉字。']])
})

test('a name that says otherwise is noted, the content decides', async () => {
  const read = await readSource(Buffer.from(NOTICE), '公报.pdf')
  assert.deepEqual(read.ok && [read.kind, read.notes], ['txt', ['文件名以 .pdf 结尾，实际按内容读作 txt。']])
})

const utf8ReadAsLatin1 = Buffer.from(Buffer.from(NOTICE).toString('latin1'))
const utf8ReadAsGb18030 = Buffer.from(new TextDecoder('gb18030').decode(Buffer.from(PLAIN.repeat(3))))
const oleWith = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016), Buffer.from(stream, 'utf16le')])
const workbook = new ExcelJS.Workbook()
workbook.addWorksheet('台账').addRow(['任务', '牵头单位'])
const document = docxMade('<w:p><w:r><w:t>正文</w:t></w:r></w:p>')
const bomb = docxMade(`<w:p><w:r><w:t>${'0'.repeat(70_000_000)}</w:t></w:r></w:p>`)
const lyingBomb = zipMade({ '[Content_Types].xml': '', 'word/document.xml': Buffer.alloc(70_000_000, 0x30) }, 1000)

const refusals: readonly (readonly [name: string, bytes: Uint8Array, code: RefusalCode])[] = [
  ['nothing', Buffer.alloc(0), 'source-empty'],
  ['only blanks', Buffer.from(' \n\n'), 'source-empty'],
  ['utf-8 read as latin-1', utf8ReadAsLatin1, 'source-encoding-unknown'],
  ['utf-8 read as gb18030', utf8ReadAsGb18030, 'source-encoding-unknown'],
  ['replacement signs', Buffer.from('���人民���政府������文件'), 'source-encoding-unknown'],
  ['random bytes', Buffer.from('00fe81ff9c0d41ff', 'hex'), 'source-binary'],
  ['png', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'source-image'],
  ['jpeg', Buffer.from('ffd8ffe000104a46', 'hex'), 'source-image'],
  ['exe', Buffer.from('MZ\x90\x00\x03\x00', 'latin1'), 'source-program'],
  ['html', Buffer.from('<!DOCTYPE html><p>通知'), 'source-web-page'],
  ['rtf', Buffer.from('{\\rtf1 x}'), 'source-rtf'],
  ['rar', Buffer.from('Rar!\x1a\x07', 'latin1'), 'source-archive'],
  ['zip of files', zipMade({ 'a.txt': '通知' }), 'source-archive'],
  ['ofd', zipMade({ 'OFD.xml': '<a/>' }), 'source-ofd'],
  ['odt', zipMade({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'source-odt'],
  ['xlsx', Buffer.from(await workbook.xlsx.writeBuffer()), 'source-spreadsheet'],
  ['old doc', oleWith('WordDocument'), 'source-old-doc'],
  ['docx or xlsx with password', oleWith('EncryptedPackage'), 'source-encrypted'],
  ['docx cut off', document.subarray(0, document.length - 40), 'docx-broken'],
  ['docx cut off in the middle of a tag', docxMade('<w:p><w:r'), 'docx-broken'],
  ['docx whose tags cross', docxMade('<w:p><w:r></w:p></w:r>'), 'docx-broken'],
  ['docx without document', zipMade({ '[Content_Types].xml': '' }), 'docx-broken'],
  ['docx with pictures only', docxMade('<w:p><w:r><w:drawing/></w:r></w:p>'), 'docx-no-text'],
  ['zip bomb', bomb, 'docx-too-much'],
  ['zip bomb that claims to be small', lyingBomb, 'docx-too-much'],
]

for (const [name, bytes, code] of refusals) {
  test(`refused: ${name}`, async () => {
    const read = await readSource(bytes, 'a.docx')
    assert.equal(read.ok ? 'read' : read.code, code)
    assert.match(read.ok ? '' : read.message, /没有读[入到].*请.*。$/u)
  })
}

test('refused: larger than the limit, whatever it is', async () => {
  const read = await readSource(Buffer.from(NOTICE), 'a.txt', { ...defaultLimits, maxBytes: 100 })
  assert.equal(read.ok ? 'read' : read.code, 'source-too-large')
})

test('any bytes get an answer', () => {
  const signature = fc.constantFrom('', 'PK\x03\x04', '\ufeff', '<?xml')
  fc.assert(
    fc.property(signature, fc.uint8Array({ maxLength: 300 }), (head, tail) => {
      const bytes = Buffer.concat([Buffer.from(head, 'latin1'), tail])
      for (const read of [readTxt(bytes), readPackage(bytes)]) assert.equal(typeof read.ok, 'boolean')
    }),
  )
})

test('a docx damaged anywhere gets an answer', () => {
  fc.assert(
    fc.property(fc.nat(document.length - 1), fc.nat(255), (at, byte) => {
      const damaged = Buffer.from(document)
      damaged[at] = byte
      assert.equal(typeof readPackage(damaged).ok, 'boolean')
    }),
    { numRuns: 500 },
  )
})
