import { getMeasureEndpoint, listTasksEndpoint } from '@guangyue/modules/ledger/api'
import type { Page } from '@playwright/test'
import { told } from './stage/ask.ts'
import { draftByHand, reviewOf } from './stage/by-hand.ts'
import { draftPane } from './stage/review.ts'
import { expect, test } from './stage/stage.ts'

const titleField = (page: Page) => page.getByLabel('任务', { exact: true }).first()

/** Opens the draft, and its task for typing. */
async function openForTyping(page: Page, measure: string): Promise<void> {
  await page.goto(reviewOf(measure))
  await expect(draftPane(page)).toContainText('1 项任务')
  await page.keyboard.press('e')
  await expect(titleField(page)).toBeFocused()
}

test('two people confirm one measure at the same time: one does, the other is told who, and there is one task', async ({
  desk,
}) => {
  const one = await desk('dubanshi')
  const other = await desk('dubanzhuren')
  const title = '两人同时确认的事'
  const measure = await draftByHand(one, title, '市水务局')
  for (const page of [one, other]) {
    await page.goto(reviewOf(measure))
    await expect(draftPane(page)).toContainText(title)
  }
  await Promise.all([one.keyboard.press('Control+Enter'), other.keyboard.press('Control+Enter')])
  const refused = (page: Page) => page.getByText(/这条措施已由.+确认|已被别人修改/)
  await expect
    .poll(async () => (await refused(one).count()) + (await refused(other).count()), { timeout: 20_000 })
    .toBeGreaterThan(0)
  expect((await told(one, getMeasureEndpoint, { params: { id: measure } })).state).toBe('confirmed')
  expect((await told(one, listTasksEndpoint, { query: { text: title } })).items).toHaveLength(1)
})

test('whoever saves second sees both texts, chooses, and nothing of either is lost unseen', async ({ desk }) => {
  const one = await desk('dubanshi')
  const other = await desk('dubanzhuren')
  const measure = await draftByHand(one, '两人同时修改的事', '市水务局')
  await openForTyping(one, measure)
  await openForTyping(other, measure)
  await titleField(one).fill('先存的写法')
  await one.keyboard.press('Control+s')
  await expect(one.getByText('可以确认')).toBeVisible()

  await titleField(other).fill('后存的写法')
  await other.keyboard.press('Control+s')
  const dialog = other.getByRole('dialog')
  await expect(dialog).toContainText('先存的写法')
  await expect(dialog).toContainText('后存的写法')
  await dialog.getByRole('button', { name: '回去接着改' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(titleField(other)).toHaveValue('后存的写法')

  await titleField(other).press('Control+s')
  await expect(dialog).toContainText('先存的写法')
  await dialog.getByRole('button', { name: '按所选保存' }).click()
  await expect(dialog).toHaveCount(0)
  const { tasks } = await told(one, getMeasureEndpoint, { params: { id: measure } })
  expect(tasks.map(({ title }) => title)).toEqual(['后存的写法'])
})

test('typed and not saved: leaving asks first', async ({ desk }) => {
  const page = await desk('dubanshi')
  await openForTyping(page, await draftByHand(page, '没有保存就离开', '市水务局'))
  await titleField(page).fill('还没有保存的写法')
  await page.getByRole('link', { name: '公开范围' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page).toHaveURL(/ledger\/review/)
})
