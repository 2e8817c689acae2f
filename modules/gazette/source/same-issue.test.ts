import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseIssue } from '@guangyue/kernel/gazette-text'
import { readSource } from './read-source.ts'

const folder = new URL('../../../packs/sample/gazette/', import.meta.url)

/** What an issue comes to, without the places where it was read. */
async function contentOf(fileName: string) {
  const read = await readSource(readFileSync(new URL(fileName, folder)), fileName)
  assert.ok(read.ok, read.ok ? '' : read.message)
  const { measures, appointments, chronicle } = parseIssue(read.text)
  return {
    measures: measures.map(({ document, path, title, assignments, deadlines }) => ({
      document,
      path,
      title,
      parties: assignments.map(({ leads, supports }) => ({ leads, supports })),
      dates: deadlines.map(({ kind, due, start }) => ({ kind, due, start })),
    })),
    appointments: appointments.map(({ person, action, post, date }) => ({ person, action, post, date })),
    chronicle: chronicle.map(({ start, end }) => ({ start, end })),
  }
}

test('one issue as docx, as txt and as two-column pdf comes to the same measures, acts and chronicle', async () => {
  const docx = await contentOf('issue.docx')
  assert.ok(docx.measures.length > 100)
  assert.deepEqual(await contentOf('issue.txt'), docx)
  assert.deepEqual(await contentOf('issue.pdf'), docx)
})
