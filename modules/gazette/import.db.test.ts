import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { IssueRead } from '@guangyue/kernel/gazette-text'
import { ActionNotAllowed, type Actor } from '@guangyue/platform/access'
import { search } from '@guangyue/platform/search'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { organisationsModule, tenures } from '../organisations/index.ts'
import { chronicleDocument, issue, plan, planNumber, planTitle } from './gazette-made.ts'
import {
  documentSourceText,
  findDocument,
  findProvision,
  gazetteModule,
  markDrafted,
  measuresOfIssue,
  registerDocumentFacts,
} from './index.ts'
import { digestOf, type Import } from './model.ts'
import { getImport, receiveImport } from './service/import.ts'
import { writeIssue } from './service/write-issue.ts'
import { findIssue } from './store/issues.ts'

let place: TestCity
before(async () => {
  place = await testCity([organisationsModule, gazetteModule])
})
after(() => place.drop())

const editor: Actor = { kind: 'account', accountId: null, name: '编辑', bodyId: null, bodies: [], roles: ['editor'] }
const citizen: Actor = { ...editor, name: '市民', roles: ['citizen'] }

/** Hands in a file and writes what was read of it, without reading it: these tests are about what is on record. */
async function importRead(read: IssueRead, text: string): Promise<Import> {
  const ctx = place.ctx()
  const { id } = await receiveImport(ctx, { name: '公报.txt', bytes: Buffer.from(text) })
  await write(id, read, text)
  return getImport(ctx, id)
}

function write(importId: string, read: IssueRead, text: string): Promise<void> {
  const ctx = place.ctx()
  return ctx.transact((tx) =>
    writeIssue(ctx, tx, {
      importId,
      text,
      read,
      fileName: '公报.txt',
      fileKind: 'txt',
      fileDigest: digestOf(text),
      year: null,
      pages: null,
      notes: [],
    }),
  )
}

async function rows(
  table: 'gazette_document' | 'gazette_provision' | 'gazette_measure' | 'search_entry' | 'gazette_source',
) {
  const { count } = await place
    .ctx()
    .db.selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

const first = issue([plan(), chronicleDocument()], {
  chronicle: [
    {
      start: '2021-05-03' as never,
      end: '2021-05-03' as never,
      text: '5月3日，市长程远调研渡口整治。',
      people: ['程远'],
      line: 95,
    },
  ],
  appointments: [
    {
      person: '陆行舟',
      action: 'appoint',
      post: '澜川市交通运输局副局长',
      date: '2021-05-06' as never,
      document: planNumber,
      probation_months: 12,
      note: null,
      line: 20,
    },
  ],
})

test('import: an issue becomes documents, provisions, measures and entries to search', async () => {
  const ctx = place.ctx()
  const done = await importRead(first, 'first text')
  assert.deepEqual(
    { stage: done.stage, outcome: done.outcome, counts: done.counts },
    {
      stage: 'drafting',
      outcome: 'new',
      counts: {
        documents: 2,
        newDocuments: 2,
        correctedDocuments: 0,
        provisions: 3,
        measures: 2,
        appointments: 1,
        chronicle: 1,
        faults: 0,
      },
    },
  )
  const measures = await measuresOfIssue(ctx.db, done.issueId ?? '')
  assert.deepEqual(
    measures.map(({ documentNumber, path, read }) => [documentNumber, path, read.title]),
    [
      [planNumber, ['一', '（一）'], '整修渡口'],
      [planNumber, ['一', '（二）'], '公开船期'],
    ],
  )
  const provision = await findProvision(ctx.db, { document: '澜政发[2021]3号', path: ['一', '（二）'] })
  assert.equal(provision?.text, '（二）公开船期。每月公布渡船班次。')
  assert.equal(measures[1]?.provisionId, provision?.id)
  const document = await findDocument(ctx.db, planTitle)
  assert.deepEqual(
    [document?.section, document?.page, document?.signedOn, document?.textVersion],
    ['市政府文件', 2, '2021-05-06', 1],
  )
  assert.match(await documentSourceText(ctx.db, document?.id ?? ''), /^一重点任务。\n（一）整修渡口。/)
  const [tenure] = await tenures(ctx.db, { day: '2021-06-01', bodyId: null, text: '陆行舟' })
  assert.deepEqual([tenure?.appointedBy, tenure?.probationUntil], [planNumber, '2022-05-05'])
  const found = await search(ctx.db, { query: '渡船', allowed: ['anyone'], limit: 5, offset: 0 })
  assert.deepEqual(
    found.hits.map(({ url }) => decodeURI(url)),
    [`/documents/${planNumber}/一/（二）`],
  )
})

test('import: the same text again adds nothing and points at what is on record', async () => {
  const before = [await rows('gazette_document'), await rows('gazette_provision'), await rows('search_entry')]
  const again = await importRead(first, 'first text')
  assert.deepEqual([again.stage, again.outcome, again.documentIds.length], ['drafted', 'same', 2])
  assert.ok(again.issueId)
  assert.deepEqual(
    [await rows('gazette_document'), await rows('gazette_provision'), await rows('search_entry')],
    before,
  )
})

test('import: the same words laid out otherwise (a docx of the txt) are the same documents', async () => {
  const wider = plan('整修 渡口。12月底前完成\n东渡口整修。（牵头单位：市交通运输局）')
  const again = await importRead({ ...first, documents: [wider, chronicleDocument()] }, 'the same from a docx')
  assert.deepEqual([again.stage, again.outcome, again.counts.correctedDocuments], ['drafted', 'same', 0])
})

test('import: a corrected issue gives the changed document a new version, and the old text is kept', async () => {
  const ctx = place.ctx()
  const documents = await rows('gazette_document')
  const corrected = await importRead(issue([plan('整修渡口。11月底前完成东、西渡口整修。')]), 'corrected text')
  assert.deepEqual(
    [corrected.outcome, corrected.counts.correctedDocuments, corrected.documentIds.length],
    ['corrected', 1, 1],
  )
  assert.equal(await rows('gazette_document'), documents)
  const document = await findDocument(ctx.db, planNumber)
  assert.equal(document?.textVersion, 2)
  const now = await findProvision(ctx.db, { document: planNumber, path: ['一', '（一）'] })
  assert.match(now?.text ?? '', /东、西渡口/)
  const texts = await ctx.db
    .selectFrom('gazette_provision')
    .select('text')
    .where('path_key', '=', '一/（一）')
    .orderBy('version')
    .execute()
  assert.equal(texts.length, 2)
  const old = await search(ctx.db, { query: '12月底前', allowed: ['anyone'], limit: 5, offset: 0 })
  assert.equal(old.matched === 'all' ? old.total : 0, 0)
})

test('import: an act that the corrected text no longer prints is taken back, one that stands keeps its tenure', async () => {
  const ctx = place.ctx()
  const act = { action: 'appoint', post: '澜川市渡口管理所所长', document: planNumber, line: 20, note: null } as const
  const printed = (person: string) => ({ ...act, person, date: '2021-05-06' as never, probation_months: null })
  const words = '整修渡口。10月底前完成东、西渡口整修。'
  await importRead(issue([plan(words)], { appointments: [printed('错别字'), printed('照旧人')] }), 'acts, wrong')
  const held = () => tenures(ctx.db, { day: '2021-06-01', bodyId: null, text: '渡口管理所' })
  const before = await held()
  assert.deepEqual(before.map(({ person }) => person).toSorted(), ['照旧人', '错别字'].toSorted())
  await importRead(issue([plan(words)], { appointments: [printed('更正字'), printed('照旧人')] }), 'acts, right')
  const after = await held()
  assert.deepEqual(after.map(({ person }) => person).toSorted(), ['更正字', '照旧人'].toSorted())
  const idOf = (rows: typeof after) => rows.find(({ person }) => person === '照旧人')?.id
  assert.equal(idOf(after), idOf(before))
})

test('import: facts of a pack are filled in by the text, matched by number and by title within the issue', async () => {
  const ctx = place.ctx()
  const made = await ctx.transact(async (tx) => [
    await registerDocumentFacts(ctx, tx, {
      number: '澜政办发〔2021〕9号',
      title: '关于加强轮渡安全的通知',
      kind: '通知',
      page: 7,
      origin: 'pack',
    }),
    await registerDocumentFacts(ctx, tx, {
      number: '澜政办发(2021)9号',
      title: '关于加强轮渡安全的通知',
      origin: 'pack',
    }),
  ])
  assert.equal(made[0], made[1])
  const read = plan('检查渡船。每季度检查一次。', {
    number: '澜政办发〔2021〕9号',
    title: '澜川市人民政府办公室关于加强轮渡安全的通知',
    page: null,
  })
  const done = await importRead(
    issue([read], { issue: { ...issue([read]).issue, number: 6, label: '2021年第6期' } }),
    'sixth issue',
  )
  assert.deepEqual(done.documentIds, [made[0]])
  const document = await findDocument(ctx.db, '澜政办发〔2021〕9号')
  assert.deepEqual([document?.origin, document?.kind, document?.page, document?.textVersion], ['pack', '通知', 7, 1])
})

test('import: a single notice without an issue', async () => {
  const notice = plan('开放码头。开放公共码头。', {
    number: '澜政字〔2021〕12号',
    title: '澜川市人民政府关于开放公共码头的通知',
  })
  const none = {
    title: null,
    year: null,
    number: null,
    serial: null,
    label: null,
    sponsor: null,
    publisher: null,
    contents: [],
  }
  const done = await importRead(issue([notice], { issue: none }), 'one notice')
  assert.deepEqual([done.outcome, done.issueId, done.documentIds.length], ['new', null, 1])
})

test('import: chronicles of two months with one title are two documents', async () => {
  const seventh = { ...issue([chronicleDocument()]).issue, number: 7, label: '2021年第7期' }
  const entry = {
    start: '2021-07-02' as never,
    end: '2021-07-04' as never,
    text: '7月2日至4日，举办渡口文化节。',
    people: [],
    line: 91,
  }
  const done = await importRead(issue([chronicleDocument()], { issue: seventh, chronicle: [entry] }), 'seventh issue')
  assert.equal(done.counts.newDocuments, 1)
  const documents = await place
    .ctx()
    .db.selectFrom('gazette_document')
    .select('key')
    .where('title', '=', '澜川市人民政府大事记')
    .orderBy('key')
    .execute()
  assert.deepEqual(
    documents.map(({ key }) => key),
    ['澜川市人民政府大事记', '澜川市人民政府大事记·2021-7'],
  )
})

test('import: a number printed on two documents of one issue identifies the first; the second keeps its title', async () => {
  const eighth = { ...issue([plan()]).issue, number: 8, label: '2021年第8期' }
  const one = plan('甲事。办理甲事。', { number: '澜政字〔2021〕20号', title: '关于甲事的通知' })
  const two = plan('乙事。办理乙事。', { number: '澜政字〔2021〕20号', title: '关于乙事的通知', line: 50 })
  const done = await importRead(issue([one, two], { issue: eighth }), 'eighth issue')
  assert.deepEqual(
    [done.counts.newDocuments, done.faults.map(({ code, line }) => [code, line])],
    [2, [['number-twice', 50]]],
  )
  assert.equal((await findDocument(place.ctx().db, '关于乙事的通知'))?.number, '澜政字〔2021〕20号')
})

test('import: two people importing one file at once end in one record', async () => {
  const ctx = place.ctx()
  const ninth = { ...issue([plan()]).issue, number: 9, label: '2021年第9期' }
  const read = issue([plan('丙事。办理丙事。', { number: '澜政字〔2021〕30号', title: '关于丙事的通知' })], {
    issue: ninth,
  })
  const ids = await Promise.all(
    [1, 2].map(async () => (await receiveImport(ctx, { name: 'a.txt', bytes: Buffer.from('ninth') })).id),
  )
  await Promise.all(ids.map((id) => write(id, read, 'ninth issue')))
  const ended = await Promise.all(ids.map((id) => getImport(ctx, id)))
  assert.deepEqual(ended.map(({ outcome }) => outcome).sort(), ['new', 'same'])
  assert.equal(ended[0]?.issueId, ended[1]?.issueId)
  const known = await findDocument(ctx.db, '澜政字〔2021〕30号')
  assert.equal(known?.textVersion, 1)
})

test('import: written twice for one import (the worker died after the commit) changes nothing', async () => {
  const ctx = place.ctx()
  const { id } = await receiveImport(ctx, { name: 'a.txt', bytes: Buffer.from('tenth') })
  const tenth = { ...issue([plan()]).issue, number: 10, label: '2021年第10期' }
  const read = issue([plan('丁事。办理丁事。', { number: '澜政字〔2021〕40号', title: '关于丁事的通知' })], {
    issue: tenth,
  })
  await write(id, read, 'tenth issue')
  const before = [await rows('gazette_provision'), await rows('gazette_source'), await getImport(ctx, id)]
  await write(id, read, 'tenth issue')
  assert.deepEqual([await rows('gazette_provision'), await rows('gazette_source'), await getImport(ctx, id)], before)
  await ctx.transact((tx) => markDrafted(ctx, tx, { importId: id, counts: { tasks: 2 } }))
  const drafted = await getImport(ctx, id)
  assert.deepEqual([drafted.stage, drafted.percent, drafted.draft], ['drafted', 100, { tasks: 2 }])
})

test('import: one request sent twice is one import; only editors and the supervision office may', async () => {
  const id = '018f0000-0000-7000-8000-000000000001'
  const file = { name: 'a.txt', bytes: Buffer.from('once') }
  const ctx = place.ctx(editor)
  await receiveImport(ctx, file, { id })
  await receiveImport(ctx, file, { id })
  const events = await ctx.db
    .selectFrom('outbox_event')
    .select('id')
    .where('payload', '@>', JSON.stringify({ importId: id }) as never)
    .execute()
  assert.equal(events.length, 1)
  await assert.rejects(receiveImport(place.ctx(citizen), file), ActionNotAllowed)
})

test('import: an issue whose cover tells no number is called so', async () => {
  const read = issue([plan(undefined, { number: '澜政发〔2021〕77号', title: '澜川市人民政府关于没有期号的通知' })])
  const head = { ...read.issue, year: null, number: null, serial: null, label: null }
  const { issueId } = await importRead({ ...read, issue: head }, '没有期号的一期')
  const found = await findIssue(place.ctx().db, { id: issueId ?? '' })
  assert.deepEqual([found?.label, found?.key], ['期号不详', '期号不详'])
})

test('import: an issue is written on one connection, when all others are busy', { timeout: 30_000 }, async () => {
  const { pool } = place.city
  const busy = await Promise.all(Array.from({ length: pool.options.max - 1 }, () => pool.connect()))
  try {
    const words = '整修渡口。8月底前完成南渡口整修。'
    const { outcome } = await importRead(issue([plan(words)]), 'on one connection')
    assert.equal(outcome, 'corrected')
  } finally {
    for (const client of busy) client.release()
  }
})
