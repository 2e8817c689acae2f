import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { withProgram } from './program.ts'

/** Which of the two cities of the demonstration, or one that a test has made. */
export type City = 'sample' | 'liaocheng' | (string & {})

interface Stage {
  /** The desk of one who is named, signed in, in a browser of one's own; not yet on any screen. */
  readonly desk: (username: string, city?: City) => Promise<Page>
  /** A visitor whose browser runs no scripts. */
  readonly visitor: (city?: City) => Promise<Page>
}

export { expect }

export const test = base.extend<Stage, Theatre>({
  ownProgram: ['', { option: true, scope: 'worker' }],
  port: [
    async ({ ownProgram }, use) => {
      if (ownProgram !== '') await withProgram(use)
      else await use(Number(process.env.E2E_PORT))
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  people: [
    async ({ browser }, use) => {
      const people = new Map<string, BrowserContext>()
      await use((who, options) => contextOf(browser, { people, who, options }))
      for (const context of people.values()) await context.close()
    },
    { scope: 'worker' },
  ],
  desk: async ({ people, port }, use) => {
    const pages: Page[] = []
    await use(async (username, city = 'sample') => {
      const page = await (await people(`${username}@${city}`, { baseURL: hostOf(city, port) })).newPage()
      pages.push(page)
      await page.goto('/desk/me')
      if (page.url().includes('/sign-in')) {
        await signIn(page, username)
        await expect(page).toHaveURL(/\/desk/)
      }
      return page
    })
    for (const page of pages) await page.close()
  },
  visitor: async ({ people, port }, use) => {
    const pages: Page[] = []
    await use(async (city = 'sample') => {
      const options = { baseURL: hostOf(city, port), javaScriptEnabled: false }
      const page = await (await people(`visitor@${city}`, options)).newPage()
      pages.push(page)
      return page
    })
    for (const page of pages) await page.close()
  },
})

interface Theatre {
  /** The name of a file whose tests move legal time: they get a program of their own, with both cities at their beginning. */
  readonly ownProgram: string
  readonly port: number
  readonly people: People
}

/** The browser of each person, opened once and kept for the run: one signs in once, and the desk is in its cache. */
type People = (who: string, options: BrowserContextOptions) => Promise<BrowserContext>

interface Opening {
  readonly people: Map<string, BrowserContext>
  readonly who: string
  readonly options: BrowserContextOptions
}

async function contextOf(browser: Browser, { people, who, options }: Opening): Promise<BrowserContext> {
  const known = people.get(who)
  if (known !== undefined) return known
  const context = await browser.newContext(options)
  people.set(who, context)
  return context
}

/** The address of a city, of the program that runs for all tests unless a port is given. */
export function hostOf(city: City, port: number | string = process.env.E2E_PORT ?? ''): string {
  return `http://${city}.localhost:${port}`
}

/** Fills in the sign-in form and sends it. */
export async function signIn(page: Page, username: string, password = 'guangyue-demo'): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('用户名', { exact: false }).first().fill(username)
  await page.getByLabel('密码', { exact: false }).first().fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}
