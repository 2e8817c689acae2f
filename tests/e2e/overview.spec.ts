import { randomUUID } from 'node:crypto'
import { addByHandEndpoint, confirmMeasureEndpoint } from '@guangyue/modules/ledger/api'
import { getIndicatorEndpoint, listIndicatorsEndpoint } from '@guangyue/modules/ledger/overview/api'
import type { Page } from '@playwright/test'
import { told } from './stage/ask.ts'
import { expectGoodLook } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'

/** A confirmed task that is later than any other, led by that unit. */
async function lateTask(office: Page, title: string, lead: string): Promise<void> {
  const parties = { leads: [{ name: lead }], supports: [] }
  const { measureId, version } = await told(office, addByHandEndpoint, {
    body: {
      id: randomUUID(),
      basis: { kind: '会议纪要', title: '市政府第 32 次常务会议纪要' },
      title,
      tasks: [{ id: randomUUID(), title, ...parties, dates: [{ due: '2019-03-29' }], targets: [] }],
    },
  })
  await told(office, confirmMeasureEndpoint, { params: { id: measureId }, body: { version } })
}

test('a leader finds the units in charge on the workbench, and in the whole what is late, whose and why', async ({
  desk,
}) => {
  const title = `逾期的事${Date.now() % 100_000}`
  await lateTask(await desk('dubanshi'), title, '市水务局')
  const leader = await desk('fenguan')
  await leader.goto('/desk')
  const unit = leader.getByRole('region', { name: /分管的单位/ }).getByRole('row', { name: /市水务局/ })
  await expect(unit).toContainText('2019年3月29日')
  await expectGoodLook(leader)

  await leader.setViewportSize({ width: 1440, height: 900 })
  await leader.getByRole('link', { name: '全局', exact: true }).click()
  await expect(leader.getByRole('heading', { level: 1, name: '全局' })).toBeVisible()
  const late = leader.getByRole('listitem').filter({ hasText: title })
  await expect(late).toContainText(/逾期 \d{4} 天/)
  await expect(late).toContainText('市水务局')
  await expect(late).toContainText('没有报告过，也没有申请延期')
  await expectGoodLook(leader)

  await leader.setViewportSize({ width: 1440, height: 900 })
  const months = leader.getByRole('table', { name: '任务按到期月份' })
  await months
    .getByRole('row', { name: /2019年3月/ })
    .getByRole('link', { name: /2019年3月/ })
    .click()
  await expect(leader).toHaveURL(/dueFrom=2019-03-01/)
  await expect(leader.getByRole('link', { name: title })).toBeVisible()

  const unitDesk = await desk('shuiwu')
  await unitDesk.goto('/desk')
  await expect(unitDesk.getByRole('link', { name: '工作台账', exact: true })).toBeVisible()
  await expect(unitDesk.getByRole('link', { name: '全局', exact: true })).toHaveCount(0)
})

test('each of the eighteen indicators has its page with its commander, its chapters and its tasks', async ({
  desk,
}) => {
  const page = await desk('dubanshi', 'liaocheng')
  const { items } = await told(page, listIndicatorsEndpoint)
  expect(items).toHaveLength(18)
  await page.goto('/desk/ledger/indicators')
  await expect(page.getByRole('rowheader')).toHaveCount(18)
  await expectGoodLook(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  const chapters: string[] = []
  for (const { key, name } of items) {
    await page.goto(`/desk/ledger/indicators/${key}`)
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
    await expect(page.getByText(/总指挥：/)).toBeVisible()
    const own = await told(page, getIndicatorEndpoint, { params: { key } })
    const links = page.getByRole('link', { name: '这一章的任务' })
    await expect(links).toHaveCount(own.chapters.length)
    if (own.chapters.length === 0) await expect(page.getByText('方案没有为这个指标列出措施')).toBeVisible()
    chapters.push(...own.chapters.map((chapter) => chapter.key))
  }
  expect(new Set(chapters).size).toBe(18)
  await expectGoodLook(page)
})
