import { mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'

// Looks at every shared component and both frames with sample figures: `node apps/server/gallery/main.ts [FOLDER]
// [PAGE…]` builds them into FOLDER, takes pictures and lets axe judge. Nothing of it is shipped.

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const shots = [
  { name: 'desktop', width: 1440, colorScheme: 'light', scale: 1 },
  { name: 'dark', width: 1440, colorScheme: 'dark', scale: 1 },
  { name: 'phone', width: 390, colorScheme: 'light', scale: 2 },
] as const
type Shot = (typeof shots)[number]

interface Look {
  readonly name: string
  readonly path: string
  /** What is done before looking. */
  readonly first?: (page: Page) => Promise<void>
}

const deskScreens: readonly Look[] = [
  { name: 'desk', path: '/desk/' },
  { name: 'desk-board', path: '/desk/board' },
  { name: 'desk-review', path: '/desk/review' },
  { name: 'desk-stale', path: '/desk/review', first: (page) => page.keyboard.press('s') },
  {
    name: 'desk-menu',
    path: '/desk/',
    first: (page) =>
      page
        .getByText('菜单')
        .first()
        .click({ timeout: 1000 })
        .catch(() => {}),
  },
  { name: 'desk-nowhere', path: '/desk/nowhere' },
]

const [folder = join(tmpdir(), 'guangyue-gallery'), ...wanted] = process.argv.slice(2)
await mkdir(folder, { recursive: true })
const pages = await buildAll(folder)
const server = createServer(async (request, response) => {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  const drawn = pages[path.slice(1)]
  const file = extname(path) === '' ? '/desk/index.html' : path.replace(/^\/assets/, '')
  const body = drawn ?? (await readFile(join(folder, file)))
  response.writeHead(200, { 'content-type': `${typeOf(path)}; charset=utf-8` }).end(body)
})
server.listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags })
let faults = 0
try {
  const all: readonly Look[] = [...Object.keys(pages).map((name) => ({ name, path: `/${name}` })), ...deskScreens]
  for (const look of all.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)))) {
    for (const shot of shots) faults += await lookAt(browser, look, shot)
  }
} finally {
  await browser.close()
  server.close()
}
console.log(`${faults === 0 ? 'no' : faults} faults; pictures in ${folder}`)
process.exitCode = faults === 0 ? 0 : 1

async function buildAll(into: string): Promise<Readonly<Record<string, string>>> {
  const common: InlineConfig = {
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
  }
  const server = join(import.meta.dirname, '..')
  await build({
    ...common,
    root: server,
    ssr: { noExternal: true },
    build: { ssr: 'gallery/pages.tsx', outDir: join(into, 'pages'), emptyOutDir: true, minify: false },
  })
  await build({
    ...common,
    root: server,
    publicDir: 'portal/static',
    build: {
      outDir: into,
      emptyOutDir: false,
      rolldownOptions: {
        input: '../../platform/ui/css/site.css',
        output: { assetFileNames: '[name][extname]' },
      },
    },
  })
  await build({
    ...common,
    root: import.meta.dirname,
    plugins: [react()],
    base: '/desk/',
    build: { outDir: join(into, 'desk'), emptyOutDir: true, minify: false, chunkSizeWarningLimit: 10_000 },
  })
  const drawn = (await import(pathToFileURL(join(into, 'pages/pages.js')).href)) as {
    pages: () => Readonly<Record<string, string>>
  }
  return drawn.pages()
}

function typeOf(path: string): string {
  const types: Readonly<Record<string, string>> = {
    '.css': 'text/css',
    '.js': 'text/javascript',
    '.svg': 'image/svg+xml',
  }
  return types[extname(path)] ?? 'text/html'
}

async function lookAt(on: Browser, look: Look, shot: Shot): Promise<number> {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const context = await on.newContext({
    viewport: { width: shot.width, height: 900 },
    colorScheme: shot.colorScheme,
    deviceScaleFactor: shot.scale,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') console.log(`${look.name}: ${message.text()}`)
  })
  page.on('pageerror', (error) => console.log(`${look.name}: ${error.message}`))
  await page.goto(`http://127.0.0.1:${address.port}${look.path}`)
  await page.locator('h1').first().waitFor()
  await look.first?.(page)
  await page.screenshot({ path: join(folder, `${look.name}-${shot.name}.png`), fullPage: true })
  const found = await faultsOf(page, shot)
  for (const fault of found) console.log(`${look.name} ${shot.name}: ${fault}`)
  await context.close()
  return found.length
}

async function faultsOf(page: Page, shot: Shot): Promise<readonly string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return [
    ...(wide > shot.width ? [`${wide} wide`] : []),
    ...violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 300))
          .join(' ⏎ ')}`,
    ),
  ]
}
