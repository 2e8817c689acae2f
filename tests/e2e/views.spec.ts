import { randomUUID } from 'node:crypto'
import { addByHandEndpoint, confirmMeasureEndpoint } from '@guangyue/modules/ledger/api'
import type { Page } from '@playwright/test'
import exceljs from 'exceljs'
import { told } from './stage/ask.ts'
import { expectGoodLook } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'

/** A confirmed task that is due on 2019-03-29, led by the water office and supported by a county. */
async function task(office: Page, title: string): Promise<void> {
  const parties = { leads: [{ name: '市水务局' }], supports: [{ name: '临澜区人民政府' }] }
  const { measureId, version } = await told(office, addByHandEndpoint, {
    body: {
      id: randomUUID(),
      basis: { kind: '会议纪要', title: '市政府第 35 次常务会议纪要' },
      title,
      tasks: [{ id: randomUUID(), title, ...parties, dates: [{ due: '2019-03-29' }], targets: [] }],
    },
  })
  await told(office, confirmMeasureEndpoint, { params: { id: measureId }, body: { version } })
}

const way = (page: Page, name: string) => page.getByRole('navigation', { name: '显示方式' }).getByRole('link', { name })

async function wide(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}

/** The cells of the downloaded sheet behind a link, row by row. */
async function sheetBehind(page: Page, link: string): Promise<readonly string[][]> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: link, exact: true }).click()
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(await (await waiting).path())
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
  return rows
}

test('the same tasks as table, board, calendar and timeline, each on a telephone too, and out as a spreadsheet', async ({
  desk,
}) => {
  const title = `看得见的事${Date.now() % 100_000}`
  const office = await desk('dubanshi')
  await task(office, title)
  const link = office.getByRole('link', { name: title, exact: true })
  await office.goto(`/desk/ledger?text=${title}`)
  await expect(office.getByRole('row', { name: title })).toContainText('2019年3月29日')
  const rows = await sheetBehind(office, '导出')
  expect(rows.filter((row) => row.includes(title))).toHaveLength(1)

  await way(office, '看板').click()
  await expect(office).toHaveURL(/show=board/)
  await expect(office.getByRole('region', { name: '逾期 1 项' }).getByText(title)).toBeVisible()
  await expectGoodLook(office)
  await wide(office)
  await office.getByLabel('分列').click()
  await office.getByTitle('按状态分列').click()
  await expect(office.getByRole('region', { name: '已分办 1 项' }).getByText(title)).toBeVisible()

  await office.goto(`/desk/ledger?text=${title}&show=calendar&month=2019-04`)
  await expect(office.getByRole('table', { name: '2019年4月到期的任务' })).toBeVisible()
  await expect(link).toHaveCount(0)
  await office.getByRole('navigation', { name: '月份' }).getByRole('link', { name: '上月' }).click()
  await expect(office.getByRole('cell').filter({ hasText: title })).toContainText('29')
  await expectGoodLook(office)
  await expect(office.getByRole('listitem').filter({ hasText: '3月29日 星期五' })).toContainText(title)

  await wide(office)
  await office.goto(`/desk/ledger?text=${title}&show=timeline&month=2019-01`)
  await expect(office.getByText('市水务局', { exact: true }).first()).toBeVisible()
  await expect(office.locator('.gantt-bar')).toHaveCount(1)
  await expectGoodLook(office)
  await wide(office)
  await link.focus()
  await office.keyboard.press('Enter')
  await expect(office.getByRole('heading', { level: 1 })).toHaveText(title)
})

test('groups say how their tasks stand and open to them; a view is kept with how it is shown, shared by the office', async ({
  desk,
}) => {
  const title = `分组的事${Date.now() % 100_000}`
  const office = await desk('dubanshi')
  await task(office, title)
  await office.goto(`/desk/ledger?text=${title}`)
  await office.getByLabel('分组').click()
  await office.getByTitle('按县（市、区）').click()
  await expect(office.getByRole('group').filter({ hasText: '临澜区' })).toContainText('1 项')
  await expect(office.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expectGoodLook(office)

  await wide(office)
  await office.goto(`/desk/ledger?text=${title}&show=calendar&month=2019-03`)
  await office.getByRole('button', { name: '＋ 存为视图' }).click()
  await office.getByLabel('名称').fill(title)
  await office.getByRole('checkbox', { name: /共享给所有能看台账的人/ }).check()
  await office.getByRole('button', { name: /^存\s*下$/ }).click()
  await expect(office.getByRole('link', { name: `${title}（共享）` })).toHaveAttribute('aria-current', 'page')

  const unit = await desk('shuiwu')
  await unit.goto('/desk/ledger')
  await unit.getByRole('link', { name: `${title}（共享）` }).click()
  await expect(unit).toHaveURL(/show=calendar/)
  await expect(way(unit, '月历')).toHaveAttribute('aria-current', 'page')
  await expect(unit.getByRole('button', { name: /^删去视图/ })).toHaveCount(0)

  await office.getByRole('button', { name: `删去视图“${title}”` }).click()
  await expect(office.getByRole('link', { name: `${title}（共享）` })).toHaveCount(0)
})

test('what a unit must do is one list, the first day at the top, and the side bar counts it', async ({ desk }) => {
  const title = `要办的事${Date.now() % 100_000}`
  await task(await desk('dubanshi'), title)
  const unit = await desk('shuiwu')
  await unit.goto('/desk')
  const act = unit.getByRole('link', { name: `办理：${title}`, exact: true })
  const more = unit.getByRole('button', { name: /^其余 \d+ 件$/ })
  await expect(unit.getByRole('heading', { name: /^等我办的/ })).toBeVisible()
  if (await more.isVisible()) await more.click()
  await expect(act).toBeVisible()
  const total = await unit.getByRole('heading', { name: /^等我办的/ }).textContent()
  const entry = unit.getByRole('navigation', { name: '工作台导航' }).getByRole('link', { name: '工作台', exact: true })
  await expect(entry).toContainText(/\d+/.exec(total ?? '')?.[0] ?? '没有')
  await expectGoodLook(unit)
  await wide(unit)
  await act.click()
  await expect(unit.getByRole('heading', { level: 1 })).toHaveText(title)
})
