import { join } from 'node:path'
import { listDraftsEndpoint, listTasksEndpoint } from '@guangyue/modules/ledger/api'
import type { Page } from '@playwright/test'
import { told } from './stage/ask.ts'
import { withSampleTasks } from './stage/gazettes.ts'
import { wordsOf } from './stage/look.ts'
import { draftPane } from './stage/review.ts'
import { expect, test } from './stage/stage.ts'
import { bookBehind, edited, ledgerSheet } from './stage/workbook.ts'

const ledger2020 = join(import.meta.dirname, '../../packs/sample/spreadsheets/督办台账2020.xlsx')

const measures = async (page: Page) => (await told(page, listDraftsEndpoint, { query: { limit: 1 } })).counts.all

/** Drops the old ledger and goes on to the preview, with a basis for rows that name none. */
async function preview(page: Page): Promise<void> {
  await page.goto('/desk/ledger/import')
  await page.locator('input[type=file]').setInputFiles(ledger2020)
  await expect(page.getByRole('heading', { name: '各列的含义' })).toBeVisible()
  await page.getByLabel('依据', { exact: true }).last().fill('2020年度督办台账')
  await page.getByRole('button', { name: '预览' }).click()
  await expect(page.getByText(/共 \d+ 行/)).toBeVisible()
}

test('an old ledger of its own columns: mapped, previewed with its faults, taken in once; known the next time', async ({
  desk,
}) => {
  const page = await desk('dubanshi')
  const before = await measures(page)
  await preview(page)
  await expect(page.getByText(/\d+ 行有疑/)).toBeVisible()
  await page.getByLabel('只看有疑的行').check()
  await expect(page.getByRole('row').nth(1)).toContainText(/不录|有疑/)
  expect(await measures(page)).toBe(before)

  await page.getByRole('button', { name: '录为草稿' }).click()
  const notice = page.getByText(/已录入 \d+ 条草稿/)
  await expect(notice).toBeVisible()
  const created = Number(/已录入 (\d+) 条/.exec(await wordsOf(notice))?.[1])
  expect(created).toBeGreaterThan(20)
  expect(await measures(page)).toBe(before + created)

  await page.goto('/desk/ledger/import')
  await page.locator('input[type=file]').setInputFiles(ledger2020)
  await expect(page.getByText('这种表以前录入过，各列的含义已按上次的填好。')).toBeVisible()
  await expect(page.getByText(`这个文件以前录入过 ${created} 行`)).toBeVisible()
  await preview(page)
  await page.getByRole('button', { name: '录为草稿' }).click()
  await expect(page.getByText('已录入 0 条草稿')).toBeVisible()
  expect(await measures(page)).toBe(before + created)
})

test('the whole ledger goes out, is edited in a spreadsheet, and comes back as differences', async ({ desk }) => {
  const page = await desk('dubanshi')
  await withSampleTasks(page)
  const { items, figures } = await told(page, listTasksEndpoint, { query: { limit: 10, sort: 'text' } })
  const [renamed, undated, removed] = items
  await page.goto('/desk/ledger')
  const { book, name } = await bookBehind(page, '导出')
  expect(name).toContain('演示数据')
  const { sheet, headAt, cell, rowOf } = ledgerSheet(book)
  expect(sheet.rowCount - headAt).toBe(figures.all)
  const document = cell(rowOf(renamed?.id), '文件').text
  cell(rowOf(renamed?.id), '任务').value = '在表格里改过的名称'
  cell(rowOf(undated?.id), '时限').value = '2023-06-31'
  const added = sheet.addRow([])
  cell(added, '文件').value = document
  cell(added, '任务').value = '在表格里新增的任务'
  cell(added, '牵头单位').value = '市水务局'
  cell(added, '时限').value = '2023-11-30'
  sheet.spliceRows(rowOf(removed?.id).number, 1)

  await page.goto('/desk/ledger/return')
  await page.locator('input[type=file]').setInputFiles(await edited(book, '改过的台账.xlsx'))
  const line = (words: string) => page.getByRole('listitem').filter({ hasText: words }).first()
  await expect(line('在表格里改过的名称').locator('del')).toHaveText(renamed?.title ?? '')
  await expect(line('在表格里新增的任务')).toContainText('新增')
  await expect(line('2023-06-31')).toContainText('6月没有31日')
  await expect(line('任务保持原状，不会因此删除')).toBeVisible()
  const drafts = await measures(page)

  await page.getByRole('button', { name: '全部采纳' }).click()
  await expect(page.getByText('已采纳：改动 1 项，新增 1 项')).toBeVisible()
  const found = await told(page, listTasksEndpoint, { query: { text: '在表格里改过的名称' } })
  expect(found.items.map(({ id }) => id)).toEqual([renamed?.id])
  const after = await told(page, listTasksEndpoint, { query: { limit: 1 } })
  expect(after.figures.all).toBe(figures.all)
  expect(await measures(page)).toBe(drafts + 1)
})

test('a task by hand, on an instruction whose text is not held', async ({ desk }) => {
  const page = await desk('dubanshi')
  await page.goto('/desk/ledger/hand')
  await page.getByRole('button', { name: '登记并去核对' }).click()
  await expect(page.getByText('请写明依据')).toBeVisible()
  await page.getByText('批示', { exact: true }).click()
  await page.getByLabel('名称', { exact: true }).fill('市长在城区停车问题专报上的批示')
  await page.getByLabel('日期', { exact: true }).fill('2023-04-03')
  await page.getByLabel('事项', { exact: true }).fill('解决老城区停车难')
  await page.getByLabel('牵头', { exact: true }).fill('市城市管理局')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '没有时限，加一个' }).click()
  await page.getByLabel('第 1 个时限', { exact: true }).fill('6月底前')
  await expect(page.getByText('读作2023年6月30日')).toBeVisible()
  await page.getByRole('button', { name: '登记并去核对' }).click()
  await expect(draftPane(page)).toContainText('解决老城区停车难')
  await expect(page.getByText('依据的正文没有收录')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(async () => (await told(page, listTasksEndpoint, { query: { text: '解决老城区停车难' } })).items.length)
    .toBe(1)
  const { items } = await told(page, listTasksEndpoint, { query: { text: '解决老城区停车难' } })
  expect(items[0]?.due).toBe('2023-06-30')
  expect(items[0]?.cite.href).toBeNull()
})
