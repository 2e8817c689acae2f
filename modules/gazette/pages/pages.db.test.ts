import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PlainDate } from '@guangyue/kernel/calendar'
import { permalinkOf } from '@guangyue/kernel/provision'
import type { Actor } from '@guangyue/platform/access'
import type { PageResult } from '@guangyue/platform/http'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import exceljs from 'exceljs'
import { organisationsModule } from '../../organisations/index.ts'
import { chronicleDocument, issue, plan, planNumber, planTitle } from '../gazette-made.ts'
import { gazetteModule, type Hanging, hang, unhang } from '../index.ts'
import { digestOf } from '../model.ts'
import { getCoverage, judgeProvision, withdrawJudgement } from '../service/coverage.ts'
import { receiveImport } from '../service/import.ts'
import { writeIssue } from '../service/write-issue.ts'
import { actsQuery, loadActs, loadActsSheet } from './acts.loader.ts'
import { chronicleQuery, loadChronicle, loadEntry } from './chronicle.loader.ts'
import { loadDocument, loadDocumentText } from './document.loader.ts'
import { loadIssue, loadIssues } from './issues.loader.ts'
import { loadOfficials, loadPerson, officialsQuery } from './officials.loader.ts'
import { loadSearch, searchQuery } from './search.loader.ts'

// The ledger comes after the gazette; here only the action that it declares matters.
const ledgerAction = { name: 'ledger-action', grants: { 'ledger.read': { supervision: 'city' } } } as const
const first = ['一', '（一）']
let place: TestCity

before(async () => {
  place = await testCity([organisationsModule, gazetteModule, ledgerAction])
  const ctx = place.ctx()
  const read = issue([plan(), chronicleDocument()], {
    chronicle: [
      {
        start: '2021-05-03' as never,
        end: '2021-05-03' as never,
        text: '3日，市长程远调研渡口整治。',
        people: ['程远'],
        line: 95,
      },
      {
        start: '2021-05-08' as never,
        end: '2021-05-10' as never,
        text: '8日至10日，举办船模赛。',
        people: [],
        line: 96,
      },
    ],
    appointments: [
      {
        person: '陆行舟',
        action: 'appoint',
        post: '澜川市交通运输局副局长',
        date: '2021-05-06' as never,
        document: planNumber,
        probation_months: 2,
        note: null,
        line: 20,
      },
    ],
  })
  const { id } = await receiveImport(ctx, { name: 'a.txt', bytes: Buffer.from('text') })
  await ctx.transact((tx) =>
    writeIssue(ctx, tx, {
      importId: id,
      text: 'text',
      read,
      fileName: 'a.txt',
      fileKind: 'txt',
      fileDigest: digestOf('text'),
      year: null,
      pages: null,
      notes: [],
    }),
  )
})
after(() => place.drop())

const supervisor: Actor = {
  kind: 'account',
  accountId: null,
  name: '督查员',
  bodyId: null,
  bodies: [],
  roles: ['supervision'],
}
const visitor: Actor = { kind: 'anyone', accountId: null, name: '访客', bodyId: null, bodies: [], roles: [] }

function viewOf<View>(result: PageResult<View>): View {
  assert.ok('view' in result)
  return result.view
}

const hanging = (thing: string, over: Partial<Hanging>): Hanging => ({
  basis: { document: planNumber, path: first },
  thing,
  kind: 'task',
  title: thing,
  url: `/tasks/${thing}`,
  state: 'running',
  due: '2021-07-05' as PlainDate,
  detail: '市交通运输局',
  visible: 'progress',
  course: { unit: '%', points: [{ day: '2021-06-30', value: 3 }], targets: [], undated: [] },
  ...over,
})

test('document page: whole text with contents, head and coverage hidden while nothing is public', async () => {
  const view = viewOf(await loadDocument(place.ctx(visitor), permalinkOf({ document: planNumber, path: [] })))
  assert.deepEqual(
    {
      number: view.head.number,
      issue: view.head.issue?.label,
      page: view.head.page,
      coverage: view.coverage,
      panel: view.panel.of,
    },
    { number: planNumber, issue: '2021年第5期', page: 2, coverage: null, panel: 'document' },
  )
  assert.deepEqual(
    view.contents.map(({ label, children }) => [label, children.map((child) => child.label)]),
    [['一重点任务', ['（一）整修渡口', '（二）公开船期']]],
  )
  const [, clause] = view.blocks
  assert.ok(clause && clause.look !== 'table')
  assert.deepEqual([clause.lead, clause.heading, clause.place], ['（一）', '整修渡口。', '一（一）'])
})

test('document page: another spelling of the number leads to the one address; what is not there is 404', async () => {
  const ctx = place.ctx(visitor)
  const result = await loadDocument(ctx, permalinkOf({ document: '澜政发[2021] 3号', path: first }))
  assert.deepEqual(result, { redirect: permalinkOf({ document: planNumber, path: first }), status: 301 })
  await assert.rejects(loadDocument(ctx, '/documents/none'), { code: 'gazette.document-unknown' })
  await assert.rejects(loadDocument(ctx, '/documents/%E4%ZZ'), { code: 'gazette.document-unknown' })
  await assert.rejects(loadDocument(ctx, permalinkOf({ document: planNumber, path: ['九'] })), {
    code: 'gazette.provision-unknown',
  })
})

test('clause page: the public sees what was released and nothing more, officers see all', async () => {
  const ctx = place.ctx()
  await ctx.transact((tx) =>
    hang(ctx, tx, [
      hanging('open', {}),
      hanging('tracked', { visible: 'tracked' }),
      hanging('hidden', { visible: 'nothing' }),
      hanging('cancelled', { state: 'cancelled' }),
    ]),
  )
  const address = permalinkOf({ document: planNumber, path: first })
  const seen = viewOf(await loadDocument(place.ctx(visitor), address))
  assert.deepEqual(
    seen.panel.groups.flatMap(({ things }) =>
      things.map(({ title, light, daysLeft, detail, course }) => [title, light, daysLeft, detail, course?.points]),
    ),
    [
      ['open', 'overdue', -1, '市交通运输局', [{ day: '2021-06-30', value: 3 }]],
      ['tracked', null, null, null, undefined],
    ],
  )
  assert.deepEqual(
    [seen.panel.state, seen.panel.citation, seen.coverage],
    ['running', `${planNumber} 一（一）`, { running: 1, judgement: 0, open: 1 }],
  )
  const officer = viewOf(await loadDocument(place.ctx(supervisor), address))
  assert.deepEqual(
    officer.panel.groups.flatMap(({ things }) => things.map(({ title }) => title)),
    ['hidden', 'open', 'tracked'],
  )
  await ctx.transact((tx) => hang(ctx, tx, hanging('open', { state: 'done', title: '东渡口' })))
  const again = viewOf(await loadDocument(place.ctx(visitor), address))
  assert.deepEqual(again.panel.groups[0]?.things[0]?.light, 'done')
  await ctx.transact((tx) => unhang(tx, ['open', 'tracked', 'hidden', 'cancelled']))
  assert.equal(viewOf(await loadDocument(place.ctx(visitor), address)).panel.state, 'open')
})

test('judgement: counted and shown with its reason, kept by version, withdrawn', async () => {
  const ctx = place.ctx(supervisor)
  const { document } = await getCoverage(ctx, await documentId())
  const made = { documentId: document.id, path: ['一'], reason: '须经会议研究', seen: 0 }
  await judgeProvision(ctx, made)
  assert.deepEqual((await getCoverage(ctx, document.id)).counts, { running: 0, judgement: 2, open: 0 })
  const view = viewOf(await loadDocument(place.ctx(visitor), permalinkOf({ document: planNumber, path: first })))
  assert.deepEqual([view.panel.state, view.panel.judgement], ['judgement', { name: '督查员', reason: '须经会议研究' }])
  await assert.rejects(judgeProvision(ctx, made), { code: 'db.stale-version' })
  await judgeProvision(ctx, { ...made, reason: '改了理由', seen: 1 })
  await assert.rejects(withdrawJudgement(ctx, { ...made, seen: 1 }), { code: 'db.stale-version' })
  await withdrawJudgement(ctx, { ...made, seen: 2 })
  assert.equal((await getCoverage(ctx, document.id)).counts.judgement, 0)
  await assert.rejects(judgeProvision(place.ctx(visitor), made), { code: 'access.sign-in-needed' })
})

async function documentId(): Promise<string> {
  const { id } = await place
    .ctx()
    .db.selectFrom('gazette_document')
    .select('id')
    .where('number', '=', planNumber)
    .executeTakeFirstOrThrow()
  return id
}

test('issues: list, contents linked to documents, download of the text', async () => {
  const ctx = place.ctx(visitor)
  const list = viewOf(await loadIssues(ctx, {}))
  assert.deepEqual(
    list.issues.map(({ label, documents, textHeld }) => [label, documents, textHeld]),
    [['2021年第5期（总第88期）', 2, true]],
  )
  const one = viewOf(await loadIssue(ctx, '2021-5'))
  assert.deepEqual(
    one.sections[0]?.entries.map(({ href }) => href !== null),
    [true, true],
  )
  assert.deepEqual(viewOf(await loadIssues(ctx, { year: 1999 })).issues, [])
  const file = await loadDocumentText(ctx, planNumber)
  assert.ok('file' in file && String(file.file.body).includes('（二）公开船期。'))
})

test('search page: filters, empty and hostile queries each give a clear state', async () => {
  const ctx = place.ctx(visitor)
  const states = async (query: Record<string, string>) => viewOf(await loadSearch(ctx, searchQuery.parse(query)))
  assert.deepEqual(
    (await states({ q: '渡船' })).hits.map(({ citation }) => citation),
    [`${planNumber} 一（二）`],
  )
  assert.equal((await states({ q: '渡船', kind: 'chronicle' })).state, 'none')
  assert.equal((await states({ q: '渡口', year: '2021', document: planNumber })).within?.title.includes('渡口'), true)
  assert.equal((await states({ q: '' })).state, 'ask')
  for (const q of ['。，！', "' & | ! :* <->", '☃']) assert.equal((await states({ q })).state, 'unreadable', q)
  for (const q of ["'); drop table search_entry; --", '渡:* & !(船)', '\\', "it's", '\u0000渡口', 'ab'.repeat(9000)]) {
    assert.ok(['found', 'some', 'none', 'unreadable'].includes((await states({ q })).state), q.slice(0, 30))
  }
  assert.equal((await states({ q: `渡口 ${'船'.repeat(10_000)}` })).query.length, 200)
})

test('offices: who held a post on a day, and not on the day before; probation near its end', async () => {
  const ctx = place.ctx(visitor)
  const on = async (day: string) => viewOf(await loadOfficials(ctx, officialsQuery.parse({ day })))
  assert.deepEqual((await on('2021-05-05')).tenures, [])
  const held = await on('2021-06-10')
  assert.deepEqual(
    held.tenures.map(({ person, post, probationUntil }) => [person, post, probationUntil]),
    [['陆行舟', '澜川市交通运输局副局长', '2021-07-05']],
  )
  assert.deepEqual(
    held.ending.map(({ person }) => person),
    ['陆行舟'],
  )
  assert.equal(held.acts[0]?.acts[0]?.action, 'appoint')
  assert.equal((await on('2021-13-99')).filter.day, '2021-07-06')
  const person = await loadPerson(ctx, '程远')
  assert.deepEqual([viewOf(person).tenures.length, viewOf(person).chronicle.length], [0, 1])
  const nobody = await loadPerson(ctx, '查无此人')
  assert.equal('view' in nobody && nobody.status, 404)
})

test('chronicle: by month, by span, by person; a span touches the days inside it', async () => {
  const ctx = place.ctx(visitor)
  const total = async (query: Record<string, string>) =>
    viewOf(await loadChronicle(ctx, chronicleQuery.parse(query))).total
  assert.deepEqual(
    await Promise.all([
      total({}),
      total({ month: '2021-05' }),
      total({ month: '2021-06' }),
      total({ person: '程远' }),
      total({ from: '2021-05-09', to: '2021-05-09' }),
      total({ body: '船模赛' }),
      total({ text: '渡口', person: '程远' }),
      total({ text: '渡口', to: '2021-05-02' }),
      total({ text: '%' }),
    ]),
    [2, 2, 0, 1, 1, 1, 1, 0, 0],
  )
})

test('chronicle: an entry keeps its address, leads to its issue and to its neighbours; what is not there is 404', async () => {
  const ctx = place.ctx(visitor)
  const { days } = viewOf(await loadChronicle(ctx, chronicleQuery.parse({})))
  assert.deepEqual(
    days.flatMap(({ entries }) => entries.map(({ href }) => href)),
    ['/chronicle/2021-05-03/1', '/chronicle/2021-05-08/1'],
  )
  const view = viewOf(await loadEntry(ctx, { day: '2021-05-08', place: 1 }))
  assert.deepEqual(
    [view.end, view.issue?.label, view.before, view.after],
    ['2021-05-10', '2021年第5期（总第88期）', { href: '/chronicle/2021-05-03/1', day: '2021-05-03' }, null],
  )
  for (const [day, at] of [
    ['2021-05-08', 2],
    ['2021-05-09', 1],
    ['2021-02-30', 1],
    ['2021-05-08', 0],
  ] as const)
    await assert.rejects(loadEntry(ctx, { day, place: at }), { code: 'gazette.chronicle-entry-unknown' })
})

test('register of acts: by name, post, body, day and kind; its spreadsheet has the same rows', async () => {
  const ctx = place.ctx(visitor)
  const total = async (query: Record<string, string>) => viewOf(await loadActs(ctx, actsQuery.parse(query))).total
  assert.deepEqual(
    await Promise.all([
      total({}),
      total({ name: '陆行舟' }),
      total({ body: '交通运输局' }),
      total({ from: '2021-05-06', to: '2021-05-06' }),
      total({ from: '2021-05-07' }),
      total({ action: 'lapse' }),
      total({ action: 'none such', from: '2021-13-01' }),
    ]),
    [1, 1, 1, 1, 0, 0, 1],
  )
  const { groups, sheetHref } = viewOf(await loadActs(ctx, actsQuery.parse({ name: '陆' })))
  assert.equal(sheetHref, `/officials/acts.xlsx?name=${encodeURIComponent('陆')}`)
  assert.deepEqual([groups[0]?.title, groups[0]?.acts[0]?.probationMonths], [planTitle, 2])
  const { file } = await loadActsSheet(ctx, actsQuery.parse({}))
  const book = new exceljs.Workbook()
  await book.xlsx.load(Uint8Array.from(file.body as Buffer).buffer)
  const rows = book.worksheets[0]?.getSheetValues().map((row) => (row as unknown[]).join('|')) ?? []
  assert.ok(rows.some((row) => row.includes('陆行舟') && row.includes(planNumber)))
})
