import { randomUUID } from 'node:crypto'
import {
  addByHandEndpoint,
  confirmMeasureEndpoint,
  getMeasureEndpoint,
  listDocumentsEndpoint,
  listDraftsEndpoint,
  releaseDocumentEndpoint,
} from '@guangyue/modules/ledger/api'
import { enterPointsEndpoint, listMetricsEndpoint } from '@guangyue/modules/ledger/metrics/api'
import type { Page } from '@playwright/test'
import exceljs from 'exceljs'
import { told } from './stage/ask.ts'
import { expectGoodLook } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'

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
