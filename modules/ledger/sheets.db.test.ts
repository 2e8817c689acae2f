import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '@guangyue/platform/db'
import exceljs from 'exceljs'
import { confirmMeasures } from './service/confirm.ts'
import { exportLedger } from './service/export.ts'
import { pageOfDrafts } from './service/list-drafts.ts'
import { applyReturn, returnView, uploadReturn } from './service/returns.ts'
import { applySheet, previewSheet, uploadSheet } from './service/sheets.ts'
import { takeStep } from './service/take-step.ts'
import { pageOfTasks, taskView } from './service/task-view.ts'
import { type TestLedger, testLedger } from './test-ledger.ts'

let ledger: TestLedger
let office: Ctx
before(async () => {
  ledger = await testLedger()
  office = await ledger.as('supervision', '市政府办公室')
})
after(() => ledger.place.drop())

async function workbook(rows: readonly (readonly (string | Date | number)[])[]): Promise<Buffer> {
  const made = new exceljs.Workbook()
  made.addWorksheet('2020年').addRows(rows.map((row) => [...row]))
  return Buffer.from(await made.xlsx.writeBuffer())
}

const old = [
  ['某市2020年督办台账'],
  ['序号', '督办事项', '牵头单位', '配合单位', '办结时间', '依据'],
  [1, '旧台账第一件', '市公安局', '各县（市、区）人民政府', '6月底', '聊政发〔2021〕7号 附件一（一）'],
  [2, '旧台账第二件', '市某某单位', '', new Date(Date.UTC(2020, 8, 30)), '市政府第3次常务会议纪要'],
  [3, '', '市民政局', '', '', ''],
  [4, '旧台账第四件', '市民政局', '', '待定时间', ''],
]

test('old ledger: columns are guessed, each row says what is doubtful, and applying twice takes each row once', async () => {
  const file = { name: '台账.xlsx', bytes: await workbook(old) }
  const uploaded = await uploadSheet(office, file)
  const [sheet] = uploaded.sheets
  assert.deepEqual([sheet?.headerRow, sheet?.remembered, uploaded.year], [1, false, 2020])
  const choice = {
    id: uploaded.id,
    sheet: '2020年',
    headerRow: 1,
    mapping: sheet?.mapping ?? {},
    year: 2020,
    basis: '2020年督办台账',
  }
  const preview = await previewSheet(office, { ...choice, after: 0, limit: 100 })
  assert.deepEqual(
    preview.rows.map(({ row, due, basis, faults }) => [row, due, basis, faults.map(({ field }) => field)]),
    [
      [3, '2020-06-30', '聊政发〔2021〕7号 附件一（一）', []],
      [4, '2020-09-30', '市政府第3次常务会议纪要', ['leads']],
      [5, null, '2020年督办台账', ['title']],
      [6, null, '2020年督办台账', ['due']],
    ],
  )
  const first = await applySheet(office, choice)
  assert.deepEqual([first.created, first.alreadyTaken, first.leftOut], [3, 0, 1])
  const second = await applySheet(office, choice)
  assert.deepEqual([second.created, second.alreadyTaken, second.leftOut], [0, 3, 1])
  const drafts = await pageOfDrafts(office, { state: 'all', order: 'text', limit: 100 })
  assert.deepEqual(
    drafts.items.map(({ cite }) => cite.label).toSorted(),
    [
      '2020年督办台账 2020年 第6行',
      '市政府第3次常务会议纪要 2020年 第4行',
      '聊政发〔2021〕7号 附件一（一）',
    ].toSorted(),
  )
  const again = await uploadSheet(office, { ...file, name: '同一份.xlsx' })
  assert.equal(again.id, uploaded.id)
  assert.equal(again.takenBefore, 3)
  const other = await uploadSheet(office, {
    name: '新.xlsx',
    bytes: await workbook([...old.slice(0, 2), [9, '另一件', '市公安局', '', '', '']]),
  })
  assert.equal(other.sheets[0]?.remembered, true)
})

/** The export as rows, changed, and written again. */
async function returned(change: (sheet: exceljs.Worksheet) => void): Promise<Buffer> {
  const { body } = await exportLedger(office, { as: 'any', state: 'all' })
  const made = new exceljs.Workbook()
  await made.xlsx.load(body as never)
  const sheet = made.getWorksheet('台账')
  if (!sheet) throw new Error('no sheet')
  change(sheet)
  return Buffer.from(await made.xlsx.writeBuffer())
}

/** The row of a task in the export, by its title in column 4. */
function rowOf(sheet: exceljs.Worksheet, title: string): exceljs.Row {
  const rows = sheet.getRows(3, sheet.rowCount - 2) ?? []
  const row = rows.find((each) => each.getCell(4).value === title)
  if (!row) throw new Error(`no row ${title}`)
  return row
}

test('out and back: an untouched export has no difference', async () => {
  await ledger.draft(
    { path: '一', title: '第一件', supports: ['各县（市、区）人民政府', '市民政局'], due: '2021-09-30' },
    { path: '二', title: '=第二件', due: '2021-09-30' },
    { path: '三', title: '第三件' },
    { path: '四', title: '第四件', due: '2021-09-30' },
  )
  await confirmMeasures(office, {})
  const difference = await uploadReturn(office, { name: '台账.xlsx', bytes: await returned(() => undefined) })
  assert.deepEqual(difference.items, [])
  assert.ok(difference.unchanged >= 4)
})

test('out and back: changed, added, stale and missing rows are told apart, and only accepted ones take effect, once', async () => {
  const tasks = await pageOfTasks(office, { as: 'any', state: 'all', sort: 'text', limit: 100 })
  const idOf = (title: string) => tasks.items.find((item) => item.title === title)?.id ?? ''
  const bytes = await returned((sheet) => {
    const first = rowOf(sheet, '第一件')
    first.getCell(7).value = '2021-10-31；每月10日前'
    first.getCell(5).value = '市民政局'
    rowOf(sheet, "'=第二件").getCell(4).value = "'=第二件（改）"
    rowOf(sheet, '第四件').getCell(4).value = '第四件（改）'
    const third = rowOf(sheet, '第三件')
    for (let column = 1; column <= 12; column += 1) third.getCell(column).value = null
    sheet.addRow(['试政发〔2021〕1号', '五', '', '表中新增', '市公安局', '', '年底前'])
  })
  const police = await ledger.as('officer', '市公安局')
  await takeStep(police, { id: idOf('第四件'), version: 1, step: 'start', words: '' })
  const { id, items } = await uploadReturn(office, { name: '台账.xlsx', bytes })
  const kinds = items.map(({ kind, title, acceptable }) => `${kind} ${title} ${acceptable}`)
  assert.deepEqual(
    kinds.toSorted(),
    [
      'added 表中新增 true',
      'changed =第二件 true',
      'changed 第一件 true',
      'missing 第三件 false',
      'stale 第四件 false',
    ].toSorted(),
  )
  const first = items.find(({ title }) => title === '第一件')
  assert.deepEqual(
    first?.fields.map(({ label, now, sheet }) => [label, now, sheet]),
    [
      ['牵头单位', '市公安局', '市民政局'],
      ['时限', '2021-09-30', '2021-10-31；每月10日前'],
    ],
  )
  assert.deepEqual(await applyReturn(office, { id, items: [first?.id ?? ''] }), { changed: 1, added: 0, leftStale: 0 })
  const view = await taskView(office, idOf('第一件'))
  assert.deepEqual([view.leads, view.due, view.supports], [['市民政局'], '2021-10-31', 8])
  assert.deepEqual(await applyReturn(office, { id, items: 'all' }), { changed: 1, added: 1, leftStale: 0 })
  assert.deepEqual(await applyReturn(office, { id, items: 'all' }), { changed: 0, added: 0, leftStale: 0 })
  assert.equal((await taskView(office, idOf('=第二件'))).title, '=第二件（改）')
  assert.equal((await taskView(office, idOf('第四件'))).title, '第四件')
  assert.equal((await taskView(office, idOf('第三件'))).state, 'assigned')
  assert.ok((await returnView(office, id)).items.filter(({ accepted }) => accepted).length === 3)
  const drafts = await pageOfDrafts(office, { state: 'waiting', order: 'text', limit: 100, text: '表中新增' })
  assert.equal(drafts.items.length, 1)
})

test('back: a row that cannot be read is faulty and holds up no other', async () => {
  const wrong = await returned((sheet) => {
    rowOf(sheet, '第三件').getCell(7).value = '2021-06-31'
    sheet.addRow(['试政发〔2021〕1号', '六', '', '日期不对的新增', '市公安局', '', '2021-13-01'])
  })
  const { id, items } = await uploadReturn(office, { name: 'a.xlsx', bytes: wrong })
  const told = new Map(items.map(({ title, kind, message }) => [title, `${kind} ${message}`]))
  assert.match(told.get('第三件') ?? '', /^faulty 6月没有31日/)
  assert.match(told.get('日期不对的新增') ?? '', /^faulty 没有13月/)
  assert.deepEqual(await applyReturn(office, { id, items: 'all' }), { changed: 0, added: 0, leftStale: 0 })
})

test('back: a lead that nobody knows refuses the whole, by row; a task changed since is left', async () => {
  const wrong = await returned((sheet) => {
    rowOf(sheet, '第三件').getCell(5).value = '没有这个单位'
  })
  const difference = await uploadReturn(office, { name: 'a.xlsx', bytes: wrong })
  await assert.rejects(applyReturn(office, { id: difference.id, items: 'all' }), (error: unknown) => {
    const { said } = error as { said: { fields: { field: string; message: string }[] } }
    assert.match(said.fields[0]?.field ?? '', /^第 \d+ 行/)
    return true
  })
  const late = await returned((sheet) => {
    rowOf(sheet, '第三件').getCell(4).value = '第三件（表）'
  })
  const uploaded = await uploadReturn(office, { name: 'b.xlsx', bytes: late })
  const tasks = await pageOfTasks(office, { as: 'any', state: 'all', sort: 'text', limit: 100, text: '第三件' })
  const [task] = tasks.items
  await takeStep(await ledger.as('officer', '市公安局'), {
    id: task?.id ?? '',
    version: task?.version ?? 0,
    step: 'start',
    words: '',
  })
  assert.deepEqual(await applyReturn(office, { id: uploaded.id, items: 'all' }), { changed: 0, added: 0, leftStale: 1 })
  assert.equal((await taskView(office, task?.id ?? '')).title, '第三件')
})

test('export: a department gets its own tasks only, and another table is not taken for an export', async () => {
  const mine = await exportLedger(await ledger.as('officer', '市财政局'), { as: 'any', state: 'all' })
  const made = new exceljs.Workbook()
  await made.xlsx.load(mine.body as never)
  assert.equal(made.getWorksheet('台账')?.rowCount, 2)
  await assert.rejects(
    uploadReturn(office, { name: 'x.xlsx', bytes: await workbook(old) }),
    (error: unknown) => (error as { code: string }).code === 'ledger.not-an-export',
  )
})
