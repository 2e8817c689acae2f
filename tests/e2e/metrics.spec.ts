import { randomUUID } from 'node:crypto'
import {
  addByHandEndpoint,
  confirmMeasureEndpoint,
  getDocumentEndpoint,
  getMeasureEndpoint,
  listDocumentsEndpoint,
  listDraftsEndpoint,
  releaseDocumentEndpoint,
  saveDraftEndpoint,
} from '@guangyue/modules/ledger/api'
import { enterPointsEndpoint, listMetricsEndpoint } from '@guangyue/modules/ledger/metrics/api'
import type { Page } from '@playwright/test'
import exceljs from 'exceljs'
import { told } from './stage/ask.ts'
import { expectGoodLook } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'
import { moveTo } from './stage/time.ts'

test.use({ ownProgram: 'metrics' })

/** A task by hand with one quantified target, confirmed; comes back with the id of its metric. */
async function metricOf(office: Page, name: string, lead: string): Promise<string> {
  const target = { phrase: '不高于 10%', metric: name, op: '<=' as const, value: 10, unit: '%' }
  const { measureId, version } = await told(office, addByHandEndpoint, {
    body: {
      id: randomUUID(),
      basis: { kind: '会议纪要', title: '市政府第 31 次常务会议纪要' },
      title: `把${name}降下来`,
      tasks: [
        {
          id: randomUUID(),
          title: `把${name}降下来`,
          leads: [{ name: lead }],
          supports: [],
          dates: [{ due: '2023-12-31' }],
          targets: [target],
        },
      ],
    },
  })
  await told(office, confirmMeasureEndpoint, { params: { id: measureId }, body: { version } })
  const found = () => told(office, listMetricsEndpoint, { query: { text: name } })
  await expect.poll(async () => (await found()).items.length, { timeout: 30_000 }).toBe(1)
  return (await found()).items[0]?.id ?? ''
}

async function enter(page: Page, day: string, value: string): Promise<void> {
  await page.getByRole('button', { name: '填报数值' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('截至').fill(day)
  await dialog.getByLabel(/^数值/).fill(value)
  await dialog.getByRole('button', { name: /填\s?报/ }).click()
  await expect(dialog).toHaveCount(0)
}

test('a target of a confirmed task is measured: its unit enters values by telephone, the office sees where it leads', async ({
  desk,
}) => {
  const office = await desk('dubanshi')
  const name = `管网漏损率${Date.now() % 100_000}`
  const id = await metricOf(office, name, '市水务局')

  const unit = await desk('shuiwu')
  await unit.setViewportSize({ width: 390, height: 844 })
  await unit.goto('/desk/ledger/metrics')
  await unit.getByRole('link', { name, exact: true }).click()
  await expect(unit.getByText('还没有数值')).toBeVisible()
  for (const [day, value] of [
    ['2022-12-31', '14'],
    ['2023-01-31', '13'],
    ['2023-02-28', '21'],
    ['2023-02-28', '12'],
  ] as const) {
    await enter(unit, day, value)
  }
  await expect(unit.getByRole('row', { name: /2023年2月28日/ })).toHaveCount(2)
  await expect(unit.getByText('已更正')).toHaveCount(1)
  await expect(unit.getByRole('img', { name: new RegExp(`${name}由14%到12%.*预计达到`) }).first()).toBeVisible()
  await expectGoodLook(unit)

  await office.goto(`/desk/ledger/metrics?outlook=on-course`)
  const row = office.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText('预计达到')
  await expect(row).toContainText('≤10%')
  await expectGoodLook(office)
  await office.setViewportSize({ width: 1440, height: 900 })
  await office.goto(`/desk/ledger/metrics/${id}`)
  await office.getByRole('button', { name: /修\s?改/ }).click()
  const dialog = office.getByRole('dialog')
  await dialog.getByLabel('基数', { exact: true }).fill('15')
  await dialog.getByRole('button', { name: '加一个目标' }).click()
  await dialog.getByLabel('目标2：日期').fill('2025-12-31')
  await dialog.getByLabel('目标2：数值').fill('8')
  await dialog.getByRole('button', { name: /保\s?存/ }).click()
  await expect(dialog).toHaveCount(0)
  await expect(office.getByText('全部目标')).toBeVisible()
  await expect(office.getByRole('definition').filter({ hasText: /^15%$/ })).toBeVisible()

  const stranger = await desk('renshe')
  await stranger.goto(`/desk/ledger/metrics/${id}`)
  await expect(stranger.getByText('没有这个量化指标')).toBeVisible()
})

test('what a clause promises in figures is on its page, on the task and on a page of its own, without scripts', async ({
  desk,
  visitor,
}) => {
  const office = await desk('dubanshi')
  const name = '城区用户年均停电时间'
  const { items } = await told(office, listDraftsEndpoint, { query: { limit: 500 } })
  const clause = items.find(({ cite }) => cite.label === '澜政发〔2023〕6号 附件三（四）')
  if (clause === undefined) throw new Error('no such clause')
  const { version, state } = await told(office, getMeasureEndpoint, { params: { id: clause.id } })
  if (state === 'draft') await told(office, confirmMeasureEndpoint, { params: { id: clause.id }, body: { version } })
  const found = async () => (await told(office, listMetricsEndpoint, { query: { text: name } })).items[0]
  await expect.poll(async () => (await found())?.id, { timeout: 30_000 }).toBeDefined()
  const metric = await found()
  const metricId = metric?.id ?? ''
  const days = ['2022-12-31', '2023-01-31', '2023-02-28', '2023-03-31']
  const values = days.map((day, at) => ({ metricId, day, value: 3.4 - at / 5 }))
  await told(office, enterPointsEndpoint, { body: { values } })
  const documents = (await told(office, listDocumentsEndpoint)).items
  const document = documents.find(({ id }) => id === clause.cite.documentId)
  const params = { id: document?.id ?? '' }
  const released = (release: 'nothing' | 'tracked' | 'progress', seen: number) =>
    told(office, releaseDocumentEndpoint, { params, body: { version: seen, release } })
  const after = await released('progress', document?.version ?? 1)

  const page = await visitor()
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(async () => {
    await page.goto(clause.cite.href ?? '')
    await page.reload()
    await expect(page.getByRole('link', { name, exact: true }).first()).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(page.getByText(/最新 2\.8小时（截至 2023-03-31），目标 ≤2\.5小时（2023-12-31）/).first()).toBeVisible()
  await page.getByRole('link', { name, exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('img', { name: new RegExp(`${name} 3\\.4小时 → 2\\.8小时`) }).first()).toBeVisible()
  await expect(page.getByRole('row', { name: /2023年12月31日.*≤2\.5小时.*预计达到/ })).toBeVisible()
  await page.getByRole('link', { name: '所属任务' }).click()
  await expect(page.getByRole('img', { name: new RegExp(name) }).first()).toBeVisible()
  // looked at by one whose browser runs scripts
  for (const address of [clause.cite.href ?? '', `/ledger/metrics/${metricId}`, `/ledger/tasks/${metric?.taskId}`]) {
    await office.goto(address)
    await expectGoodLook(office)
  }
  await office.setViewportSize({ width: 1440, height: 900 })
  await office.goto(`/desk/ledger/tasks/${metric?.taskId}`)
  const part = office.getByRole('region', { name: /^量化指标/ })
  await expect(part.getByRole('link', { name, exact: true })).toBeVisible()
  await expect(part.getByRole('img', { name: new RegExp(name) }).first()).toBeVisible()
  await expectGoodLook(office)
  await released(document?.release ?? 'nothing', after.version)
})

/** What the form holds when that value was typed in for that metric. */
async function fillForm(path: string, name: string, filled: readonly [day: string, value: string]): Promise<Buffer> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(path)
  workbook.worksheets[0]?.eachRow((row) => {
    if (row.getCell(1).value === name) [row.getCell(6).value, row.getCell(7).value] = filled
  })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

test('a form is downloaded, filled and entered; faults are told by cell, and the same file is entered once', async ({
  desk,
}) => {
  const name = `水质达标率${Date.now() % 100_000}`
  await metricOf(await desk('dubanshi'), name, '市水务局')
  const unit = await desk('shuiwu')
  await unit.setViewportSize({ width: 1440, height: 900 })
  await unit.goto('/desk/ledger/metrics')
  await unit.getByRole('link', { name: '用表格填报' }).click()
  const [form] = await Promise.all([
    unit.waitForEvent('download'),
    unit.getByRole('link', { name: '下载填报表' }).click(),
  ])
  const put = async (filled: readonly [string, string]) => {
    const buffer = await fillForm(await form.path(), name, filled)
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    await unit.locator('input[type=file]').setInputFiles({ name: '填报.xlsx', mimeType, buffer })
  }
  await expectGoodLook(unit)
  await put(['2023-02-30', '9'])
  await expect(unit.getByText(/第 \d+ 行 F 列：“2023-02-30”不是日期/)).toBeVisible()
  await expect(unit.getByRole('button', { name: /^录入/ })).toHaveCount(0)
  await expectGoodLook(unit)

  await unit.getByRole('button', { name: '换一个文件' }).click()
  const right = ['2023-02-28', '9.5'] as const
  await put(right)
  await expectGoodLook(unit)
  await unit.getByRole('button', { name: '录入 1 个数值' }).click()
  await expect(unit.getByText('已录入 1 个数值')).toBeVisible()
  await unit.getByRole('button', { name: '换一个文件' }).click()
  await put(right)
  await expect(unit.getByText('表中没有新的数值')).toBeVisible()
  await unit.setViewportSize({ width: 1440, height: 900 })
  await unit.goto('/desk/ledger/metrics')
  await expect(unit.getByRole('row').filter({ hasText: name })).toContainText('9.5%')
})

const number = {
  agriculture: '聊政办字〔2021〕13号',
  gelatin: '聊政办字〔2021〕14号',
  plans: '聊政发〔2021〕7号',
} as const

/** The real clause, confirmed with a lead where none is printed; its document's progress is public. Comes back with its page. */
async function promised(office: Page, label: string, lead?: string): Promise<string> {
  const { items } = await told(office, listDraftsEndpoint, { query: { limit: 500 } })
  const { id, cite } = items.find((item) => item.cite.label === label) ?? {}
  if (id === undefined || cite === undefined) throw new Error(`no clause: ${label}`)
  const { version, title, tasks: drafted } = await told(office, getMeasureEndpoint, { params: { id } })
  const tasks = drafted.map((task) => ({ ...task, leads: [{ name: lead ?? '' }], supports: [] }))
  if (lead !== undefined) await told(office, saveDraftEndpoint, { params: { id }, body: { version, title, tasks } })
  const seen = await told(office, getMeasureEndpoint, { params: { id } })
  await told(office, confirmMeasureEndpoint, { params: { id }, body: { version: seen.version } })
  const document = await told(office, getDocumentEndpoint, { params: { id: cite.documentId } })
  const body = { version: document.version, release: 'progress' as const }
  await told(office, releaseDocumentEndpoint, { params: { id: cite.documentId }, body })
  return cite.href ?? ''
}

/** The metric of that name once it is there. */
async function metricNamed(office: Page, text: string) {
  const found = async () => (await told(office, listMetricsEndpoint, { query: { text } })).items
  await expect.poll(async () => (await found()).length, { timeout: 30_000 }).toBe(1)
  const [metric] = await found()
  if (metric === undefined) throw new Error(`no metric: ${text}`)
  return metric
}

/** The chart of that metric on a public page, without scripts; looked at by one whose browser runs them. */
async function chartOn(visitor: Page, address: string, chart: RegExp): Promise<void> {
  await expect(async () => {
    await visitor.goto(address)
    await expect(visitor.getByRole('img', { name: chart }).first()).toBeVisible({ timeout: 2000 })
  }).toPass()
}

test('the targets of the real gazette: 2021, 2025 and 2035, outage hours, clearance times; entered by hand, by sheet, by interface, computed', async ({
  desk,
  visitor,
}) => {
  test.setTimeout(240_000)
  const office = await desk('dubanshi', 'liaocheng')
  const farms = await promised(office, `${number.agriculture} 一（二）`, '市农业农村局')
  const gelatin = await promised(office, `${number.gelatin} 二`, '市卫生健康委')
  const outage = await promised(office, `${number.plans} 附件三（八）`)
  const clearance = await promised(office, `${number.plans} 附件七（五）`)
  const open = await visitor('liaocheng')
  await open.setViewportSize({ width: 1440, height: 900 })

  // 2021 and 2025, by hand by the unit itself, on a telephone
  const companies = await metricNamed(office, '营业收入亿元以上农业企业')
  expect(companies.targets.map(({ day, value }) => [day, value])).toEqual([
    ['2021-12-31', 135],
    ['2025-12-31', 200],
  ])
  const unit = await desk('nongye', 'liaocheng')
  await unit.setViewportSize({ width: 390, height: 844 })
  await unit.goto(`/desk/ledger/metrics/${companies.id}`)
  for (const [day, value] of [
    ['2020-12-31', '118'],
    ['2021-03-31', '123'],
    ['2021-06-30', '129'],
  ] as const) {
    await enter(unit, day, value)
  }
  await expect(unit.getByRole('row', { name: /2021年12月31日.*≥135家.*（.*—.*）/ })).toBeVisible()
  await expectGoodLook(unit)
  await chartOn(open, farms, /营业收入亿元以上农业企业 118家 → 129家；2021-12-31 ≥135家；2025-12-31 ＞200家/)

  // 2025 with a figure, 2035 in words
  const sales = await metricNamed(office, '规模以上阿胶及阿胶类生产企业年营业收入')
  const years = ['2018-12-31', '2019-12-31', '2020-12-31']
  const turnover = years.map((day, at) => ({ metricId: sales.id, day, value: 48 + 3.5 * at }))
  await told(office, enterPointsEndpoint, { body: { values: turnover } })
  await chartOn(open, gelatin, /年营业收入 48亿元 → 55亿元；2025-12-31 ≥70亿元/)
  await open.goto(`/ledger/metrics/${sales.id}`)
  await expect(open.getByText('2035年12月31日的目标没有写明数值')).toBeVisible()
  await expect(open.getByRole('row', { name: /2025年12月31日.*≥70亿元/ })).toBeVisible()

  // outage hours, by a sheet with a row for each month
  const hours = await metricNamed(office, '城网地区用户年均停电时间')
  await office.goto('/desk/ledger/metrics')
  await office.getByRole('link', { name: '用表格填报' }).click()
  const [form] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('link', { name: '下载填报表' }).click(),
  ])
  const months = ['2021-03-31', '2021-04-30', '2021-05-31', '2021-06-30'] as const
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(await form.path())
  for (const [at, day] of months.entries()) {
    workbook.worksheets[0]?.addRow([hours.name, hours.unit, '', '', '', day, 4.6 - at * 0.3, hours.id])
  }
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer())
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await office.locator('input[type=file]').setInputFiles({ name: '停电时间.xlsx', mimeType, buffer })
  await office.getByRole('button', { name: '录入 4 个数值' }).click()
  await expect(office.getByText('已录入 4 个数值')).toBeVisible()
  await chartOn(open, outage, /城网地区用户年均停电时间 4\.6小时 → 3\.7小时；2021-07-31 ≤3\.5小时/)

  // clearance times of each month, by the interface; sent again they are known
  const times = await metricNamed(office, '进口整体通关时间')
  const half = ['2021-01-31', '2021-02-28', ...months]
  const values = half.map((day, at) => ({ metricId: times.id, day, value: 42 - at * 1.5, ref: randomUUID() }))
  expect(await told(office, enterPointsEndpoint, { body: { values } })).toEqual({ entered: 6, known: 0 })
  expect(await told(office, enterPointsEndpoint, { body: { values } })).toEqual({ entered: 0, known: 6 })
  await chartOn(open, clearance, /进口整体通关时间 42小时 → 34\.5小时/)

  // what the ledger computes itself, day by day
  const computed = `已办结占比${Date.now() % 100_000}`
  await office.goto('/desk/ledger/metrics')
  await office.getByRole('button', { name: '登记指标' }).click()
  const dialog = office.getByRole('dialog')
  await dialog.getByLabel('指标名称').fill(computed)
  await dialog.getByLabel('计量单位').fill('%')
  await dialog.getByLabel('由系统计算').click()
  await office.locator('.ant-select-item-option', { hasText: '已办结任务占比' }).click()
  await dialog.getByRole('button', { name: /保\s?存/ }).click()
  await expect(dialog).toHaveCount(0)
  const administrator = await desk('guanliyuan', 'liaocheng')
  for (const [at, day] of ['2021-07-07', '2021-07-08'].entries()) {
    await moveTo(administrator, day)
    await expect.poll(async () => (await metricNamed(office, computed)).values, { timeout: 60_000 }).toBe(at + 1)
  }

  // all of it in the office's list, and as it looks
  await office.goto('/desk/ledger/metrics')
  await expect(office.getByRole('row').filter({ hasText: hours.name })).toContainText('≤3.5小时')
  await expectGoodLook(office)
  for (const address of [farms, gelatin, outage, clearance, `/ledger/metrics/${hours.id}`]) {
    await office.goto(address)
    await expectGoodLook(office)
  }
})
