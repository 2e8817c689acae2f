import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { gazetteModule } from '@guangyue/modules/gazette'
import { identityModule } from '@guangyue/modules/identity'
import type { listAuditEndpoint } from '@guangyue/modules/identity/audit/api'
import { organisationsModule } from '@guangyue/modules/organisations'
import { type Actor, anyone } from '@guangyue/platform/access'
import type { Ctx } from '@guangyue/platform/db'
import { buildServer, grantsOf, type ReplyOf } from '@guangyue/platform/http'
import exceljs from 'exceljs'
import { closePeriod, openPeriod, saveScheme } from './dispatch/periods.ts'
import { dutiesView, reportView } from './dispatch/views.ts'
import { saveReport } from './dispatch/write-report.ts'
import { ledgerModule } from './index.ts'
import { makeMetrics } from './metrics/make-metrics.ts'
import { metricsView } from './metrics/service.ts'
import { metricTemplate } from './metrics/sheet.ts'
import { confirmMeasures } from './service/confirm.ts'
import { exportLedger } from './service/export.ts'
import { type TestLedger, testLedger } from './test-ledger.ts'

// What is hostile, sent as a browser sends it: refused with its reason or applied once, and found in the audit.

const modules = [organisationsModule, identityModule, gazetteModule, ledgerModule]
const blank = { percent: null, figures: [], problems: '', helpWanted: '', merges: [] }
const people = new Map<string, Actor>()

let ledger: TestLedger
let office: Ctx
let writer: Ctx
let head: Ctx
let stranger: Ctx
let fastify: Awaited<ReturnType<typeof buildServer>>['fastify']
let periodId: string
let report: { id: string; version: number }

before(async () => {
  ledger = await testLedger()
  const { cities } = ledger.place
  const built = await buildServer({
    cities,
    modules,
    grants: grantsOf(modules),
    resolveActor: async ({ cookie }) => people.get(String(cookie)) ?? anyone,
    render: () => '',
    cssHref: '',
    logLevel: 'silent',
    version: '0',
  })
  fastify = built.fastify
  office = await ledger.as('supervision')
  const target = { phrase: '90%以上', metric: '网办率', op: '>=' as const, value: 90, unit: '%' }
  const documentId = await ledger.draft({ path: '一', leads: ['市公安局'], due: '2021-12-31', targets: [target] })
  await confirmMeasures(office, { documentId })
  const { rows } = await office.city.pool.query('select id from ledger_task')
  await makeMetrics(ledger.place.ctx(), {
    name: 'ledger.measure-confirmed',
    payload: { taskIds: rows.map(({ id }) => id) },
  })
  const schemeId = office.newId()
  const days = { opensDay: 1, dueDay: 5, remindDays: 1, graceDays: 2, stepDays: 2, paused: false, version: null }
  const months = { fromMonth: plainDate('2021-01-01'), toMonth: null, supportsReport: false }
  await saveScheme(office, { id: schemeId, name: '月调度', documentId: null, ...days, ...months })
  periodId = (await openPeriod(office, { schemeId, month: plainDate('2021-07-01') })).id
  const found = await dutiesView(office, { as: 'all', states: undefined, page: 1, limit: 9, period: periodId })
  report = { id: found.items[0]?.id ?? '', version: found.items[0]?.version ?? 0 }
})
after(async () => {
  await fastify.close()
  await ledger.place.drop()
})
// each case with people of its own, so that none has been refused this minute
beforeEach(async () => {
  writer = await ledger.as('officer', '市公安局')
  head = await ledger.as('head', '市公安局')
  stranger = await ledger.as('officer', '市教育体育局')
})

interface Sent {
  readonly method?: 'POST' | 'PUT'
  readonly url: string
  readonly body?: object
  readonly file?: Buffer
}

async function send(by: Ctx, { method = 'POST', url, body = {}, file }: Sent) {
  const cookie = by.actor.accountId ?? ''
  people.set(cookie, by.actor)
  const form = new FormData()
  if (file) form.set('file', new Blob([new Uint8Array(file)]), '文件.xlsx')
  const sent = new Response(file ? form : JSON.stringify(body))
  const type = file ? (sent.headers.get('content-type') ?? '') : 'application/json'
  const payload = Buffer.from(await sent.arrayBuffer())
  const headers = { host: 'test.localhost', cookie, 'content-type': type }
  const answer = await fastify.inject({ method, url, headers, payload })
  return { status: answer.statusCode, said: answer.json() }
}

/** What the auditor reads of one person. */
async function linesOf(by: Ctx) {
  const { rows } = await by.city.pool.query<{ id: string }>('select id from audit_record where actor_id = $1', [
    by.actor.accountId,
  ])
  const own = new Set(rows.map(({ id }) => Number(id)))
  const { actor } = await ledger.as('auditor')
  people.set('auditor', actor)
  const read = await fastify.inject({ url: '/api/audit', headers: { host: 'test.localhost', cookie: 'auditor' } })
  const { records } = read.json<ReplyOf<typeof listAuditEndpoint>>()
  return records
    .filter(({ id }) => own.has(id))
    .map(({ actionName, thing, reason }) => ({ act: actionName, thing, reason }))
    .reverse()
}

const reportUrl = (step = '') => `/api/ledger/reports/${report.id}${step}`
const draft = () => ({ version: report.version, ...blank, progress: '已办结八成' })
const refused = (summary: string, why: string) => ({
  act: '办理被拒',
  thing: `report/${report.id}`,
  reason: `${summary}：${why}`,
})

test('a report for another unit’s task', async () => {
  const { status, said } = await send(stranger, { method: 'PUT', url: reportUrl(), body: draft() })
  assert.deepEqual([status, said.code], [404, 'ledger.report-unknown'])
  assert.deepEqual(await linesOf(stranger), [refused('保存报告草稿', '没有此项，或无权查看（ledger.report-unknown）')])
  assert.equal((await reportView(office, report.id)).progress, '')
})

test('evidence that is no picture', async () => {
  const { status, said } = await send(writer, { url: reportUrl('/files'), file: Buffer.from('MZ\0\0 a program') })
  assert.deepEqual([status, said.code], [415, 'files.kind-refused'])
  assert.match(said.title, /不是可以接收的文件/)
  assert.deepEqual(await linesOf(writer), [
    refused('附一份证明材料（图片、pdf、docx、xlsx）', '文件类型不能接收（files.kind-refused）'),
  ])
  assert.deepEqual((await reportView(office, report.id)).files, [])
})

test('the same submission five times at once', async () => {
  const five = await Promise.all(
    [1, 2, 3, 4, 5].map(() => send(writer, { method: 'PUT', url: reportUrl(), body: draft() })),
  )
  assert.deepEqual(five.map(({ status }) => status).sort(), [200, 409, 409, 409, 409])
  const lines = await linesOf(writer)
  assert.deepEqual(lines.map(({ act }) => act).sort(), ['办理被拒', '填写报告'])
  const stale = refused('保存报告草稿', '已被别人改动（db.stale-version）')
  assert.deepEqual(
    lines.filter(({ act }) => act === '办理被拒'),
    [stale],
  )
  report = { id: report.id, version: report.version + 1 }
})

test('a signature by the reporter himself, and by whoever is no head', async () => {
  const own = await saveReport(head, { id: report.id, ...draft() })
  report = { id: report.id, ...own }
  const sign = { url: reportUrl('/sign'), body: { version: report.version } }
  for (const [by, status, code] of [
    [head, 403, 'ledger.own-signature'],
    [writer, 403, 'ledger.not-the-unit'],
  ] as const) {
    const answer = await send(by, sign)
    assert.deepEqual([answer.status, answer.said.code], [status, code])
    const line = refused('由单位负责人签发报告（起草人不能自签）', `无权办理（${code}）`)
    assert.deepEqual((await linesOf(by)).at(-1), line)
  }
  assert.equal((await reportView(office, report.id)).state, 'draft')
})

test('an acceptance by one who is not of the office, refused at the door', async () => {
  const { status } = await send(writer, { url: '/api/ledger/acceptances', body: { reports: [report] } })
  assert.equal(status, 403)
  const reason = '一并采纳多份报告：无权办理（access.action-not-allowed）'
  assert.deepEqual(await linesOf(writer), [{ act: '办理被拒', thing: 'city/test', reason }])
})

/** The form with one value, changed. */
async function filledForm(change: (sheet: exceljs.Worksheet) => void): Promise<Buffer> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await metricTemplate(writer)).body as never)
  const [sheet] = workbook.worksheets
  assert.ok(sheet)
  ;[sheet.getCell('F3').value, sheet.getCell('G3').value] = ['2021-06-20', '50']
  change(sheet)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const sheets: readonly [name: string, faults: number, change: (sheet: exceljs.Worksheet) => void][] = [
  [
    'with a changed id',
    1,
    (sheet) => {
      sheet.getCell('H3').value = office.newId()
    },
  ],
  [
    'with a formula',
    1,
    (sheet) => {
      sheet.getCell('G3').value = { formula: 'D3+1' } as never
    },
  ],
  [
    'with 50,000 rows',
    201,
    (sheet) => {
      const id = String(sheet.getCell('H3').value)
      for (let at = 0; at < 50_000; at++) sheet.addRow(['网办率', '%', '', '', '', '2021-06-21', 60, id])
    },
  ],
]
for (const [name, faults, change] of sheets) {
  test(`an xlsx ${name}`, async () => {
    const upload = await send(writer, { url: '/api/ledger/metric-sheets', file: await filledForm(change) })
    assert.deepEqual([upload.status, upload.said.faults.length], [201, faults])
    const { status, said } = await send(writer, { url: `/api/ledger/metric-sheets/${upload.said.id}/apply` })
    assert.deepEqual([status, said.code], [422, 'http.input-invalid'])
    for (const { message } of said.errors) assert.match(message, /行.*[一-龥]/)
    assert.deepEqual(await linesOf(writer), [
      { act: '上传指标填报表', thing: `sheet/${upload.said.id}`, reason: `${faults} 处有误，没有录入` },
      {
        act: '办理被拒',
        thing: `metric-sheet/${upload.said.id}`,
        reason: '录入填报表：内容不符合要求（http.input-invalid）',
      },
    ])
    assert.deepEqual(
      (await metricsView(office, {})).items.map(({ values }) => values),
      [0],
    )
  })
}

/** The office's export of the ledger, changed. */
async function changedExport(change: (sheet: exceljs.Worksheet) => void): Promise<Buffer> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await exportLedger(office, { as: 'any', state: 'all' })).body as never)
  const sheet = workbook.getWorksheet('台账')
  assert.ok(sheet)
  change(sheet)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** The column of that head; heads stand in the second row. */
function cellOf(sheet: exceljs.Worksheet, head: string): exceljs.Cell {
  const heads = (sheet.getRow(2).values as unknown[]).map(String)
  return sheet.getRow(3).getCell(heads.indexOf(head))
}

const returns: readonly [name: string, message: RegExp, change: (sheet: exceljs.Worksheet) => void][] = [
  [
    'with a changed id',
    /不在台账中/,
    (sheet) => {
      cellOf(sheet, '任务编号').value = office.newId()
    },
  ],
  [
    'with a formula that gives nothing',
    /第 3 行.*公式/,
    (sheet) => {
      cellOf(sheet, '时限').value = { formula: 'A1+1' } as never
    },
  ],
]
for (const [name, message, change] of returns) {
  test(`the ledger sent back ${name}: told by row, nothing is taken`, async () => {
    const clerk = await ledger.as('supervision')
    const upload = await send(clerk, { url: '/api/ledger/returns', file: await changedExport(change) })
    assert.equal(upload.status, 201)
    const [item] = upload.said.items
    assert.deepEqual([item.kind, item.acceptable], ['faulty', false])
    assert.match(item.message, message)
    const { said } = await send(clerk, { url: `/api/ledger/returns/${upload.said.id}/apply`, body: { items: 'all' } })
    assert.deepEqual(said, { changed: 0, added: 0, leftStale: 0 })
    const [line] = await linesOf(clerk)
    assert.deepEqual([line?.act, line?.thing], ['上传回填表', `return/${upload.said.id}`])
    assert.match(line?.reason ?? '', /行不能采纳/)
  })
}

for (const [url, summary] of [
  ['/api/ledger/returns', '回填'],
  ['/api/ledger/sheets', '上传已有的督办台账（xlsx，任何列）'],
] as const) {
  test(`50,000 rows sent to ${url} are refused, not cut`, async () => {
    const clerk = await ledger.as('supervision')
    const file = await changedExport((sheet) => {
      for (let at = 0; at < 50_000; at++) sheet.addRow(['试政发〔2021〕1号', '一', '', '多出的一件'])
    })
    const { status, said } = await send(clerk, { url, file })
    assert.deepEqual([status, said.code], [413, 'ledger.sheet-too-long'])
    assert.match(said.title, /超过 20000 行/)
    const reason = `${summary}：超过限度（ledger.sheet-too-long）`
    assert.deepEqual(await linesOf(clerk), [{ act: '办理被拒', thing: 'city/test', reason }])
  })
}

test('a report after closing', async () => {
  await closePeriod(office, { id: periodId, version: 1 })
  const { status, said } = await send(writer, { method: 'PUT', url: reportUrl(), body: draft() })
  assert.deepEqual([status, said.code], [409, 'ledger.period-closed'])
  assert.deepEqual(await linesOf(writer), [refused('保存报告草稿', '现状不允许（ledger.period-closed）')])
})
