import { expect, type Page } from '@playwright/test'

/** A field by the beginning of its label. */
export const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}`))
/** How the report on the screen stands. */
export const standing = (page: Page) => page.locator('.work__title .light')
export const dialog = (page: Page) => page.getByRole('dialog')

/** From the workbench straight to a report, by what is to be done with it. */
export async function openFromWorkbench(page: Page, { act, task }: { readonly act: string; readonly task: string }) {
  await page.goto('/desk')
  await expect(page.getByRole('heading', { name: /^等我办的/ })).toBeVisible()
  const more = page.getByRole('button', { name: /^其余 \d+ 件$/ })
  if (await more.isVisible()) await more.click()
  await page
    .getByRole('link', { name: `${act}：${task}`, exact: true })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(task)
}

/** The head signs the report on the screen. */
export async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^签\s*发$/ }).click()
  await dialog(page)
    .getByRole('button', { name: /^签\s*发$/ })
    .click()
  await expect(standing(page)).toHaveText(/^已签报/)
}

/** Whoever wrote it asks the head to sign. */
export async function askToSign(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提请签发' }).click()
  await expect(page.getByRole('status')).toHaveText('已保存，并已提请本单位负责人签发')
}
