import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const issue = join(import.meta.dirname, '../../packs/sample/gazette/issue.docx')

const corrected = '改由一个窗口受理'

/** The main job: drop a gazette, correct the draft by keyboard, confirm, release, and find the task on its clause's public page. */
test('a gazette goes in, a confirmed and released task stands on its clause', async ({ page, browser }) => {
  await signIn(page, 'dubanshi')

  await page.goto('/desk/gazette/import')
  await page.locator('input[type=file]').setInputFiles(issue)
  const toReview = page.getByRole('link', { name: /核对/ }).first()
  await expect(toReview).toBeVisible({ timeout: 90_000 })
  await toReview.click()
  await expect(page.getByRole('heading', { name: '核对台账草稿' })).toBeVisible()
  await expect(page.getByText(/\d+ 条措施/)).toBeVisible()

  await page.goto('/desk/release')
  await page
    .getByRole('link', { name: /^待核 \d+ 条$/ })
    .first()
    .click()
  await expect(page.locator('.m--lead').first()).toBeVisible()
  await page.keyboard.press('e')
  await page.getByLabel('任务', { exact: true }).first().fill(corrected)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已核 1', { exact: true })).toBeVisible()

  await page.goto('/desk/release')
  await page.getByText('公开进展', { exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '公开进展' }).click()
  const publicPage = page.getByRole('link', { name: /^公开页面（公开进展）$/ }).first()
  await expect(publicPage).toBeVisible()
  const href = (await publicPage.getAttribute('href')) ?? ''

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await visitor.goto(href)
  await visitor
    .locator('.prov__head', { hasText: /\d+ 项任务/ })
    .locator('a.prov__a')
    .first()
    .click()
  await expect(visitor.getByText(corrected).first()).toBeVisible()
})

for (const path of ['/', '/gazette', '/search?q=政务', '/officials', '/chronicle', '/sign-in']) {
  test(`public page ${path}: no fault of access, no wider than a telephone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(path)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('用户名', { exact: false }).first().fill(username)
  await page.getByLabel('密码', { exact: false }).first().fill('guangyue-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL(/\/desk/)
}
