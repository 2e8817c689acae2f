import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { addDays, plainDate } from '@guangyue/kernel/calendar'
import { confirmMeasureEndpoint, getMeasureEndpoint } from '@guangyue/modules/ledger/api'
import {
  listDutiesEndpoint,
  openPeriodEndpoint,
  saveReportEndpoint,
  saveSchemeEndpoint,
  signReportEndpoint,
} from '@guangyue/modules/ledger/dispatch/api'
import { decideObjectionEndpoint, getScoresEndpoint, objectToScoreEndpoint } from '@guangyue/modules/ledger/scores/api'
import { nationalCalendar } from '@guangyue/modules/organisations'
import type { Locator, Page } from '@playwright/test'
import exceljs from 'exceljs'
import { ask, told } from './stage/ask.ts'
import { draftByHand } from './stage/by-hand.ts'
import { expectGoodLook } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'

// Each step stands on those before it.
test.describe.configure({ mode: 'serial' })

const unit = '市住房城乡建设局'
const another = '市水务局'
const desktop = { width: 1440, height: 900 }
/** A month whose day of reporting has passed, so that its period may be closed at once. */
const month = '2023-02-01'
/** Within eight the year before, the goal is the fifth, else the eighth; without a rank there are no points. */
const rank =
  'if 省评名次 = null or 上年省评名次 = null then null ' +
  'else if 省评名次 <= (if 上年省评名次 <= 8 then 5 else 8) then 10 else 0'
let periodId = ''
let objectionId = ''
const scoresPage = () => `/desk/ledger/scores?period=${periodId}`

test('a period of an earlier month is opened, reported on and closed', async ({ desk }) => {
  const office = await desk('dubanshi')
  const basis = '城建专题会议纪要'
  let documentId = ''
  for (const lead of [unit, another]) {
    const id = await draftByHand(office, `${lead}完成老旧管网改造`, lead, { basis })
    const { version, cite } = await told(office, getMeasureEndpoint, { params: { id } })
    await told(office, confirmMeasureEndpoint, { params: { id }, body: { version } })
    documentId = cite.documentId
  }
  const schemeId = randomUUID()
  const days = { opensDay: 20, dueDay: 25, remindDays: 3, graceDays: 2, stepDays: 2 }
  const scheme = {
    id: schemeId,
    name: '城建专项调度',
    documentId,
    ...days,
    fromMonth: month,
    toMonth: month,
  }
  await told(office, saveSchemeEndpoint, { body: { ...scheme, supportsReport: false, paused: false, version: null } })
  const opened = await told(office, openPeriodEndpoint, { body: { schemeId, month } })
  expect(opened.reports).toBe(2)
  periodId = opened.id

  const officer = await desk('zhujian')
  const query = { as: 'mine', period: periodId, limit: 10 } as const
  const [duty] = (await told(officer, listDutiesEndpoint, { query })).items
  const text = { progress: '已完成三公里', percent: 60, figures: [], problems: '', helpWanted: '', merges: [] }
  const params = { id: duty?.id ?? '' }
  const saved = await told(officer, saveReportEndpoint, { params, body: { ...text, version: duty?.version ?? 1 } })
  const head = await desk('zhujianjuzhang')
  await told(head, signReportEndpoint, { params, body: { version: saved.version } })
  await office.goto(scoresPage())
  await expect(office.getByText('这一期调度还没有截止')).toBeVisible()
  await office.goto(`/desk/ledger/dispatch?period=${periodId}`)
  await office.getByRole('button', { name: '截止本期' }).click()
  const close = office.getByRole('dialog', { name: /截止2023年2月的调度/ })
  await close.getByRole('button', { name: '截止本期' }).click()
  await expect(close).toHaveCount(0)
  await expect(office.getByRole('button', { name: '截止本期' })).toHaveCount(0)
})

test('rules are a new version: a line that cannot be read is told at its place, and tried before it is saved', async ({
  desk,
}) => {
  const office = await desk('dubanshi')
  await office.goto('/desk/ledger/scores/rules')
  await expect(office.getByRole('rowheader', { name: '按时报送' })).toBeVisible()
  await expectGoodLook(office)
  await office.setViewportSize(desktop)
  await office.getByRole('button', { name: '修改规则' }).click()
  const formula = office.getByLabel('第 1 项的算法')
  const good = await formula.inputValue()
  await formula.fill('40 *')
  await office.getByLabel(/由谁决定/).fill('督查室会议决定，按时报送仍按四十分计')
  await office.getByRole('button', { name: /保存为第 \d+ 版/ }).click()
  await expect(office.getByRole('group', { name: '第 1 项' }).getByRole('alert')).toBeVisible()
  await formula.fill(good)
  await office.getByRole('button', { name: '试算第 1 项' }).click()
  const trial = office.getByRole('dialog', { name: /试算/ })
  // what stands fixed at the close is there once the close has been taken up
  await expect(async () => {
    await trial.getByRole('button', { name: /试\s*算/ }).click()
    await expect(trial.getByRole('rowheader', { name: unit })).toBeVisible({ timeout: 2000 })
  }).toPass()
  await trial.getByRole('button', { name: /返\s*回/ }).click()
  await expect(trial).toHaveCount(0)
  await office.getByRole('button', { name: '增加一项' }).click()
  await office.getByLabel('第 9 项的编号').fill('rank')
  await office.getByLabel('第 9 项的项目').fill('省评位次目标')
  await office.getByLabel('第 9 项的依据').fill('政府工作报告')
  await office.getByLabel('第 9 项的算法').fill(rank)
  await expectGoodLook(office)
  await office.setViewportSize(desktop)
  await office.getByRole('button', { name: /保存为第 \d+ 版/ }).click()
  await expect(office.getByText('督查室会议决定，按时报送仍按四十分计')).toBeVisible()
  // the older version stays readable
  await office.getByLabel('规则的版次').click()
  await office.locator('.ant-select-item-option', { hasText: /第 1 版/ }).click()
  await expect(office.getByText(/演示规则：计分方法为示例/)).toBeVisible()
})

test('the office alone sees the preview, states a fact with its source and issues once', async ({ desk }) => {
  const head = await desk('zhujianjuzhang')
  await head.goto(scoresPage())
  await expect(head.getByText('这一期考评还没有公布')).toBeVisible()

  const office = await desk('dubanshi')
  await office.goto(scoresPage())
  await expect(office.getByText(/预览：还没有公布/)).toBeVisible()
  await state(office, '质量评价', '8')
  await state(office, '上年省评名次', '8')
  await state(office, '省评名次', '5')
  await state(office, '因不作为慢作为', '否')
  await expect(office.getByText('质量评价：8')).toBeVisible()
  await expectGoodLook(office)
  await office.setViewportSize(desktop)
  await office.getByRole('button', { name: '公布考评' }).click()
  const issue = office.getByRole('dialog', { name: '公布考评' })
  await expect(issue.getByText(/异议由您以外的督查室人员处理/)).toBeVisible()
  await expect(issue.getByText(/有 \d+ 项待定，不计入合计：.*具有示范引领作用/)).toBeVisible()
  await issue.getByRole('button', { name: '公布考评' }).click()
  await expect(office.getByText(/由何以宁公布/)).toBeVisible()
  await expect(office.getByRole('button', { name: '登记事实' })).toHaveCount(0)
})

async function state(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole('button', { name: '登记事实' }).click()
  const dialog = page.getByRole('dialog', { name: '登记事实' })
  await choose(dialog, '单位', unit)
  await choose(dialog, '事实', name)
  if (/^\d/.test(value)) await dialog.getByLabel('数值').fill(value)
  else {
    await dialog.getByLabel('是否').click()
    await page.locator('.ant-select-item-option', { hasText: value }).click()
  }
  await dialog.getByLabel('出处').fill('抽查记录和省评结果')
  await dialog.getByRole('button', { name: /登\s*记/ }).click()
  await expect(dialog).toHaveCount(0)
}

async function choose(dialog: Locator, field: string, value: string): Promise<void> {
  await dialog.getByLabel(field).fill(value)
  await dialog.getByLabel(field).press('Enter')
  await expect(dialog.getByTitle(value, { exact: true })).toBeVisible()
}

test('the unit is told, reads its lines with facts and clause, and objects to one', async ({ desk }) => {
  const head = await desk('zhujianjuzhang')
  await expect(async () => {
    await head.goto('/desk/inbox')
    await expect(head.getByText(/2月考评已公布/)).toBeVisible({ timeout: 2000 })
  }).toPass()
  await head.goto(scoresPage())
  await expect(head.getByText(/应报数 1，按时签报数 0/)).toBeVisible()
  await expect(head.getByText('质量评价 8', { exact: true })).toBeVisible()
  await expect(head.getByText('省评名次 5，上年省评名次 8', { exact: true })).toBeVisible()
  await expect(head.getByText('10 分', { exact: true })).toBeVisible()
  // nobody said whether it is an example: pending, no silent 0; the talk is ruled out by the one condition that is known
  await expect(head.getByText('待定：具有示范引领作用没有登记，由人确定后才计分')).toBeVisible()
  await expect(head.getByText('不约谈', { exact: true })).toBeVisible()
  await expect(head.getByRole('heading', { name: /另有 1 项待定/ })).toBeVisible()
  await expect(head.getByText('澜政发〔2023〕6号 三（三）').first()).toBeVisible()
  await expect(head.getByText(/分值由督查室决定：何以宁/).first()).toBeVisible()
  await expectGoodLook(head)
  await head.setViewportSize(desktop)
  await head.getByRole('button', { name: '对“按时报送”提出异议' }).click()
  const dialog = head.getByRole('dialog', { name: '提出异议' })
  await expect(dialog.getByText(/政府督查工作条例 第十七条/)).toBeVisible()
  await dialog.getByRole('textbox').fill('二月下旬已书面报送，附签收单')
  await dialog.getByRole('button', { name: '提出异议' }).click()
  await expect(head.getByText(/待答复，\d+年\d+月\d+日前答复/)).toBeVisible()
  await expect(head.getByRole('button', { name: '对“按时报送”提出异议' })).toHaveCount(0)

  // the 30 days stand there one by one
  await head.getByText(/按时报送：30 日逐日计算/).click()
  await expect(
    head
      .getByRole('list', { name: /答复期限，30 日/ })
      .getByRole('listitem')
      .first(),
  ).toContainText('始日')
  await expectGoodLook(head)
  await head.setViewportSize(desktop)

  // another unit neither sees the lines nor objects to them
  const other = await desk('shuiwujuzhang')
  const seen = await told(other, getScoresEndpoint, { params: { id: periodId } })
  expect(seen.units.map((one) => one.unit.name)).not.toContain(unit)
  const own = await told(head, getScoresEndpoint, { params: { id: periodId } })
  const [objection] = own.objections
  objectionId = objection?.id ?? ''
  // the thirtieth day, or the first working day behind it
  const raised = plainDate(objection?.raisedOn ?? '')
  const due = (await nationalCalendar()).asKnownOn(raised).workingDayFrom(addDays(raised, 30))
  expect(objection?.due).toBe(due)
  const body = { objectionId: randomUUID(), bodyId: own.units[0]?.unit.id ?? '', key: 'quality', text: '替它提' }
  expect((await ask(other, objectToScoreEndpoint, { params: { id: periodId }, body })).status).toBe(403)
})

test('who issued the scores is refused; another decides, and the correction stands beside what was', async ({
  desk,
}) => {
  const author = await desk('dubanshi')
  await author.goto(scoresPage())
  await expect(author.getByText('考评由您公布，请由他人处理')).toBeVisible()
  const body = { version: 1, upheld: true, points: '40', answer: '自己改' }
  const refused = await ask(author, decideObjectionEndpoint, { params: { id: objectionId }, body })
  expect([refused.status, refused.body.code]).toEqual([403, 'ledger.author-cannot-decide'])

  const other = await desk('dubanzhuren')
  await other.goto(scoresPage())
  await expect(other.getByRole('heading', { name: /^异议/ })).toBeVisible()
  await expectGoodLook(other)
  await other.setViewportSize(desktop)
  await other.getByRole('button', { name: `处理 ${unit} 按时报送 的异议` }).click()
  const dialog = other.getByRole('dialog', { name: /处理异议/ })
  await dialog.getByText('更正分值').click()
  await dialog.getByLabel('更正为几分').fill('40')
  await dialog.getByLabel(/理由/).fill('签收单属实，按时')
  await dialog.getByRole('button', { name: '作出处理' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(other.getByText('已更正', { exact: true })).toBeVisible()

  const head = await desk('zhujianjuzhang')
  await expect(async () => {
    await head.goto('/desk/inbox')
    await expect(head.getByText(/2月考评异议已处理：按时报送，更正/)).toBeVisible({ timeout: 2000 })
  }).toPass()
  await head.goto(scoresPage())
  const trace = head.getByRole('list', { name: '“按时报送”的更正' })
  await expect(trace.locator('del')).toHaveText('0 分')
  await expect(trace.getByText('40 分')).toBeVisible()
  await expectGoodLook(head)
})

test('a pending line is settled by a person of the office, and its unit is told', async ({ desk }) => {
  const office = await desk('dubanshi')
  await office.goto(scoresPage())
  await office.getByRole('link', { name: unit, exact: true }).click()
  await office.getByRole('button', { name: '给“首创做法推广加分”定分' }).click()
  const dialog = office.getByRole('dialog', { name: '定分' })
  await dialog.getByLabel(/根据/).fill('省住建厅推广文件')
  await dialog.getByLabel('分值').fill('5')
  await dialog.getByRole('button', { name: /定\s*分/ }).click()
  await expect(dialog).toHaveCount(0)
  await expect(office.getByText('5 分', { exact: true }).first()).toBeVisible()
  await expect(office.getByRole('list', { name: '“首创做法推广加分”的更正' }).locator('del')).toHaveText('待定')
  const head = await desk('zhujianjuzhang')
  await expect(async () => {
    await head.goto('/desk/inbox')
    await expect(head.getByText(/2月考评待定项已定：首创做法推广加分，5 分/)).toBeVisible({ timeout: 2000 })
  }).toPass()
})

test('the ranks of the eighteen indicators are stated by hand and by a spreadsheet, each with its goal', async ({
  desk,
}) => {
  const office = await desk('dubanshi', 'liaocheng')
  const measureId = await draftByHand(office, '营商环境台账建立', '市行政审批局', { basis: '营商环境专题会议纪要' })
  const { version, cite } = await told(office, getMeasureEndpoint, { params: { id: measureId } })
  await told(office, confirmMeasureEndpoint, { params: { id: measureId }, body: { version } })
  const early = '2021-05-01'
  const days = { opensDay: 1, dueDay: 5, remindDays: 3, graceDays: 2, stepDays: 2 }
  const more = { documentId: cite.documentId, fromMonth: early, toMonth: early, supportsReport: false, paused: false }
  const schemeId = randomUUID()
  await told(office, saveSchemeEndpoint, {
    body: { id: schemeId, name: '名次试调度', ...days, ...more, version: null },
  })
  const { id } = await told(office, openPeriodEndpoint, { body: { schemeId, month: early } })
  await office.goto(`/desk/ledger/scores/ranks?period=${id}`)
  await expect(office.getByRole('rowheader')).toHaveCount(18)
  await office.getByRole('button', { name: '登记 获得电力 的名次' }).click()
  const dialog = office.getByRole('dialog', { name: '省评名次：获得电力' })
  await dialog.getByLabel('上年名次').fill('9')
  await dialog.getByLabel('名次', { exact: true }).fill('6')
  await dialog.getByLabel('出处').fill('省评结果通报')
  await dialog.getByRole('button', { name: /登\s*记/ }).click()
  await expect(dialog).toHaveCount(0)
  const row = office.getByRole('row', { name: /获得电力/ })
  await expect(row).toContainText('由第9名到第6名')
  await expect(row).toContainText('进前8名')
  await expect(row.getByText('达到', { exact: true })).toBeVisible()
  await expectGoodLook(office)
  await office.setViewportSize(desktop)

  const [form] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('link', { name: '下载登记表' }).click(),
  ])
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(await form.path())
  const sheet = book.worksheets[0]
  for (const [cell, value] of [
    ['B3', 8],
    ['C3', 6],
    ['D3', '省评结果通报'],
  ] as const) {
    if (sheet) sheet.getCell(cell).value = value
  }
  const buffer = Buffer.from(await book.xlsx.writeBuffer())
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await office.locator('input[type=file]').setInputFiles({ name: '名次.xlsx', mimeType, buffer })
  await expect(office.getByText('已登记 1 个指标的名次')).toBeVisible()
  await expect(office.getByRole('row', { name: /^开办企业/ })).toContainText('未达到')
  await office.getByRole('link', { name: '获得电力' }).click()
  await expect(office.getByText('由第9名到第6名')).toBeVisible()
  await expect(office.getByText('目标前8名，达到')).toBeVisible()
  await expectGoodLook(office)
})

test('the scores go out as a spreadsheet, and compute again to what was issued', async ({ desk }) => {
  const leader = await desk('fenguan')
  await leader.setViewportSize(desktop)
  await leader.goto(scoresPage())
  await expectGoodLook(leader)
  await leader.setViewportSize(desktop)
  await leader.getByRole('link', { name: unit, exact: true }).click()
  await expect(leader.getByRole('heading', { name: new RegExp(`^${unit}\\s+合计`) })).toBeVisible()
  await expect(leader.getByRole('button')).not.toContainText(['提出异议'])
  await expectGoodLook(leader)
  await leader.setViewportSize(desktop)
  const rows = await downloaded(leader)
  const line = rows.find((row) => row[0] === unit && row[3] === '按时报送')
  expect(line).toEqual(expect.arrayContaining(['40', '应报数 1，按时签报数 0', '签收单属实，按时']))

  const recompute = guangyue('score', 'recompute', '2023-02', '--city', 'sample')
  expect(recompute.stdout).toMatch(/2023-02 城建专项调度：重算 \d+ 行，不同 0 行\n {2}✓ 与公布的一致/)
  expect(recompute.status).toBe(0)
})

async function downloaded(page: Page): Promise<string[][]> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出', exact: true }).click(),
  ])
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(await file.path())
  return (book.worksheets[0]?.getRows(1, 1000) ?? []).map((row) =>
    Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1).text),
  )
}

/** The command line beside the program that runs for all tests. */
function guangyue(...words: readonly string[]) {
  const program = join(import.meta.dirname, '../../apps/cli/guangyue.mjs')
  const env = { ...process.env, GUANGYUE_DATA: process.env.E2E_DATA, DATABASE_URL: '' }
  return spawnSync(process.execPath, [program, ...words], { env, encoding: 'utf8' })
}
