import { mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium } from '@playwright/test'
import { build } from 'vite'

// Looks at every shared component: `node apps/server/gallery/main.ts [FOLDER] [PAGE…]` draws them with sample figures,
// takes pictures (1440 wide light and dark, 390 wide) and lets axe judge. Nothing of it is shipped.

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
  { name: 'desktop-dark', width: 1440, colorScheme: 'dark', scale: 1 },
  { name: 'phone', width: 390, colorScheme: 'light', scale: 2 },
] as const

const [folder = join(tmpdir(), 'guangyue-gallery'), ...wanted] = process.argv.slice(2)
await mkdir(folder, { recursive: true })
const pages = await drawPages(folder)
const server = createServer((request, response) => {
  const name = (request.url ?? '/').slice(1).split('?', 1)[0] ?? ''
  const [type, body] = name === 'site.css' ? ['text/css', stylesheet] : ['text/html', pages[name]]
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body)
})
const stylesheet = await readStylesheet()
server.listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags })
let faults = 0
try {
  for (const name of Object.keys(pages).filter((page) => wanted.length === 0 || wanted.includes(page))) {
    faults += await look(browser, name)
  }
} finally {
  await browser.close()
  server.close()
}
console.log(faults === 0 ? `no faults; pictures in ${folder}` : `${faults} faults; pictures in ${folder}`)
process.exitCode = faults === 0 ? 0 : 1

async function drawPages(into: string): Promise<Readonly<Record<string, string>>> {
  await build({
    root: join(import.meta.dirname, '..'),
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true },
    build: { ssr: 'gallery/pages.tsx', outDir: into, emptyOutDir: true, minify: false },
  })
  const drawn = (await import(pathToFileURL(join(into, 'pages.js')).href)) as {
    pages: () => Readonly<Record<string, string>>
  }
  return drawn.pages()
}

/** The stylesheet that the pages build has made. */
async function readStylesheet(): Promise<string> {
  const assets = join(import.meta.dirname, '../dist/assets')
  const manifest = JSON.parse(await readFile(join(assets, 'manifest.json'), 'utf8')) as Record<string, { file: string }>
  const [entry] = Object.values(manifest)
  return readFile(join(assets, entry?.file ?? ''), 'utf8')
}

async function look(on: Browser, name: string): Promise<number> {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  let found = 0
  for (const shot of shots) {
    const context = await on.newContext({
      viewport: { width: shot.width, height: 900 },
      colorScheme: shot.colorScheme,
      deviceScaleFactor: shot.scale,
    })
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${address.port}/${name}`)
    await page.screenshot({ path: join(folder, `${name}-${shot.name}.png`), fullPage: true })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    if (wide > shot.width) {
      found += 1
      console.log(`${name} ${shot.name}: ${wide} wide`)
    }
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const violation of violations) {
      found += 1
      console.log(`${name} ${shot.name}: ${violation.id}: ${violation.nodes.map((node) => node.html).slice(0, 3)}`)
    }
    await context.close()
  }
  return found
}
