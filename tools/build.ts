import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withLock } from './lock.mjs'

const root = join(import.meta.dirname, '..')
const server = join(root, 'apps/server')
const stamp = join(server, 'dist/.sources')

await withLock(root, 'build', async () => {
  const sources = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  const configs = globSync('vite.*.config.ts', { cwd: server }).sort()
  if (configs.length > 0) console.error('正在生成页面…… Building pages…')
  const { createBuilder } = await import('vite')
  for (const config of configs) {
    // null: a config with `builder` builds all its environments (renderer and stylesheet), one without builds one
    const builder = await createBuilder({ configFile: join(server, config), logLevel: 'warn' }, null)
    await builder.buildApp()
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, sources)
})

/** One hash over everything that may end up in a page, by content: a fresh clone has new file times. */
function hashOfSources(): string {
  const hash = createHash('sha256')
  const files = globSync(
    ['{kernel,platform,modules,apps/server}/**/*.{ts,tsx,css,html,json,svg,png,ico,woff2}', 'package-lock.json'],
    {
      cwd: root,
      exclude: (name) => name === 'node_modules' || name === 'dist',
    },
  )
  for (const file of files.filter((name) => !name.includes('.test.')).sort()) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}
