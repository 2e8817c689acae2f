import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

/** No rule of axe is broken on the page as it stands; none is turned off. */
export async function expectNoFault(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const said = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`))
  expect.soft(said, `axe: ${page.url()}`).toEqual([])
}

/** Nothing makes the page wider than the screen. */
export async function expectNoWider(page: Page, width: number): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(wide, `width: ${page.url()}`).toBeLessThanOrEqual(width)
}

/** What a part of the page says; nothing where it is empty. */
export async function wordsOf(part: Locator): Promise<string> {
  return (await part.textContent()) ?? ''
}
