import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

const telephone = { width: 390, height: 844 }
const desktop = { width: 1440, height: 900 }

/** The page as it stands, without loading it anew: on a desktop, on a telephone, and there in the dark. */
export async function expectGoodLook(page: Page): Promise<void> {
  await page.setViewportSize(desktop)
  await page.emulateMedia({ colorScheme: 'light' })
  await expectNoFault(page, 'desktop')
  await page.setViewportSize(telephone)
  await expectNoWider(page, telephone.width)
  await expectNoFault(page, 'telephone')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoFault(page, 'telephone, dark')
}

/**
 * No rule of axe is broken on the page as it stands; none is turned off. No page has frames, so all may be done in the
 * page itself, and only what is wrong need be told at length: both only make it quicker.
 */
async function expectNoFault(page: Page, shown: string): Promise<void> {
  await atRest(page)
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  const said = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 300)} ${any[0]?.message ?? ''}`),
  )
  expect.soft(said, `axe: ${page.url()} (${shown})`).toEqual([])
}

/** What a change of screen or of colours set going has begun (by the second frame) and has come to its end. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    await frame()
    await frame()
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map((one) => one.finished))
  })
}

/** Nothing makes the page wider than the screen. */
async function expectNoWider(page: Page, width: number): Promise<void> {
  await atRest(page)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(wide, `width: ${page.url()}`).toBeLessThanOrEqual(width)
}

/** What a part of the page says; nothing where it is empty. */
export async function wordsOf(part: Locator): Promise<string> {
  return (await part.textContent()) ?? ''
}
