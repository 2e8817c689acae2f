import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, dayNumber, dayOfNumber, plainDate } from '../calendar/index.ts'
import { parseIssue } from '../gazette-text/index.ts'
import { articlesOf, eventText, gazetteText, highestRow, layOutGazette, type PrintedIssue } from './index.ts'
import { imprintMade, issueMade } from './issue-made.ts'

/** What is read of the issue as it would be printed. */
function readBack(issue: PrintedIssue) {
  const { pages } = layOutGazette(issue, imprintMade)
  return parseIssue(gazetteText(issue, { imprint: imprintMade, pages }))
}

test('text: read back it gives the cover, the contents, the documents, the acts and the chronicle', () => {
  const read = readBack(issueMade)
  const { pages } = layOutGazette(issueMade, imprintMade)
  const { title, year, number, serial, label, sponsor, publisher, contents } = read.issue
  assert.deepEqual(
    { title, year, number, serial, label, sponsor, publisher },
    {
      title: issueMade.title,
      year: 2023,
      number: 4,
      serial: 142,
      label: '2023年第4期（总第142期）',
      sponsor: issueMade.sponsor,
      publisher: issueMade.publisher,
    },
  )
  const articles = articlesOf(issueMade)
  assert.deepEqual(
    contents,
    articles.map(({ section, title, number }, i) => ({ section, title, number, page: pages[i] })),
  )
  assert.deepEqual(
    read.documents.slice(0, issueMade.documents.length).map(({ number, title, issuer, date, addressees }) => ({
      ...{ number, title, issuer, addressees },
      signedOn: date,
    })),
    issueMade.documents.map(({ number, title, issuer, addressees, signedOn }) => ({
      ...{ number, title, issuer, addressees, signedOn },
    })),
  )
  assert.deepEqual(
    read.appointments.map(({ person, action, post, date, probation_months }) => [
      ...[person, action, post, date, probation_months],
    ]),
    [
      ['陆行舟', 'appoint', '澜川市交通运输局副局长', '2023-04-18', 12],
      ['沈雁回', 'appoint', '澜川市水务局总工程师', '2023-04-18', null],
      ['顾念北', 'remove', '澜川市交通运输局副局长', '2023-04-18', null],
      ['叶知秋', 'appoint', '澜川市档案馆馆长', '2023-04-20', null],
      ['白望舒', 'remove', '澜川市档案馆馆长', '2023-04-20', null],
      ['江遇春', 'appoint', '澜川市统计局副局长', '2023-04-25', 12],
    ],
  )
  assert.deepEqual(
    read.chronicle.map(({ start, end, text }) => ({ start, end, text })),
    issueMade.chronicle.map((event) => ({ start: event.start, end: event.end, text: eventText(event, 2023) })),
  )
})

test('layout: each article begins on the page that the contents print, the cover has no number', () => {
  const { document, pages } = layOutGazette(issueMade, imprintMade)
  assert.deepEqual(pages, [4, 5, 6, 7, 8, 8, 9])
  assert.deepEqual(
    document.pages.map(({ number }) => number),
    [null, 2, 3, 4, 5, 6, 7, 8, 9],
  )
  for (const page of document.pages) {
    for (const { at, from, to, block } of page.parts) {
      const lines = block.kind === 'text' ? to - from : 1
      assert.ok(at + lines <= document.grid.lines)
    }
  }
  const { lines, most } = highestRow(document)
  assert.ok(lines > 0 && lines <= most)
})

test('layout: contents of many pages still print the right ones', () => {
  const [first] = issueMade.documents
  assert.ok(first)
  const documents = Array.from({ length: 40 }, (_, i) => ({ ...first, number: `澜政发〔2023〕${i + 1}号` }))
  const { pages, document } = layOutGazette({ ...issueMade, documents }, imprintMade)
  assert.equal(pages.length, 43)
  assert.equal(pages[0], 7)
  assert.equal(document.pages.length, pages.at(-1))
  const read = readBack({ ...issueMade, documents })
  assert.deepEqual(
    read.issue.contents.map(({ page }) => page),
    pages,
  )
})

const day = fc.integer({ min: dayNumber(plainDate('2023-01-01')), max: dayNumber(plainDate('2023-12-20')) })

test('chronicle: whatever day or span is typed is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(day, fc.nat(9)), { minLength: 1, maxLength: 8 }), (typed) => {
      const chronicle = typed.map(([from, length], i) => {
        const start = dayOfNumber(from)
        return { start, end: addDays(start, length), text: `市政府召开第${i + 1}次会议，研究渡口整治。` }
      })
      const read = readBack({ ...issueMade, acts: [], chronicle })
      assert.deepEqual(
        read.chronicle.map(({ start, end, text }) => ({ start, end, text })),
        chronicle.map((event) => ({ start: event.start, end: event.end, text: eventText(event, 2023) })),
      )
    }),
    { numRuns: 60 },
  )
})
