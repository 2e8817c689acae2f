import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findDocumentNumber, writeDocumentNumber } from './document-number.ts'

const table: readonly (readonly [string, string])[] = [
  ['聊政发〔2021〕7号', '聊政发〔2021〕7号'],
  ['聊政办字[2021]11号', '聊政办字〔2021〕11号'],
  ['聊政办字［2021］11号', '聊政办字〔2021〕11号'],
  ['聊政办字（2021）11号', '聊政办字〔2021〕11号'],
  ['聊政办字(2021)11号', '聊政办字〔2021〕11号'],
  ['聊政办字【2021】11号', '聊政办字〔2021〕11号'],
  ['聊政任〔２０２１〕１２号', '聊政任〔2021〕12号'],
  ['聊政发 〔2021〕\n 7 号', '聊政发〔2021〕7号'],
  ['国办发明电〔2020〕第27号', '国办发明电〔2020〕27号'],
  ['聊政发〔2021〕007号', '聊政发〔2021〕7号'],
  ['国务院令第711号', 'none'],
  ['聊政发〔21〕7号', 'none'],
  ['聊政发〔1921〕7号', 'none'],
  ['聊政发〔2021〕0号', 'none'],
  ['聊政发〔2021〕10000号', 'none'],
  ['聊政发〔2021〕7', 'none'],
  ['〔2021〕7号', 'none'],
  ['根据聊政发〔2021〕7号，', 'none'],
  ['', 'none'],
]
for (const [text, expected] of table) {
  test(`document number: ${JSON.stringify(text)}`, () => {
    const found = findDocumentNumber(text)
    assert.equal(found ? writeDocumentNumber(found) : 'none', expected)
  })
}

test('document number: what is written is read again, in any brackets', () => {
  const number = fc.record({
    letters: fc
      .array(fc.constantFrom(...'聊政发办字任通复鲁国函'), { minLength: 1, maxLength: 8 })
      .map((letters) => letters.join('')),
    year: fc.integer({ min: 1949, max: 2199 }),
    serial: fc.integer({ min: 1, max: 9999 }),
  })
  fc.assert(
    fc.property(number, fc.constantFrom('〔〕', '［］', '[]', '（）', '()', '【】'), (value, brackets) => {
      const text = writeDocumentNumber(value)
        .replace('〔', brackets[0] ?? '')
        .replace('〕', brackets[1] ?? '')
      assert.deepEqual(findDocumentNumber(text), { ...value })
    }),
  )
})
