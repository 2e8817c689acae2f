import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Count, countOfPlaywright, countOfTap, sum } from './test/count.ts'
import { CHROMIUM_MISSING, findChromium } from './test/find-chromium.ts'

const root = join(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'guangyue-reports-'))

/** All unit and database tests, in one process: a process for each file would take minutes. */
function runUnitTests(): Count {
  const tap = join(reports, 'unit.tap')
  spawnSync(
    process.execPath,
    [
      ...['--disable-warning=ExperimentalWarning', '--test', '--test-isolation=none'],
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=tap', `--test-reporter-destination=${tap}`],
      '{kernel,platform,modules,apps,tools,packs,bench}/**/*.test.ts',
    ],
    { cwd: root, stdio: 'inherit' },
  )
  return countOfTap(existsSync(tap) ? readFileSync(tap, 'utf8') : '')
}

/** The tests that drive the running program in Chromium. */
function runBrowserTests(): Count {
  const config = join(root, 'tests/e2e/playwright.config.ts')
  if (!existsSync(config)) return { passed: 0, failed: 0 }
  const chromium = findChromium(process.env.CHROMIUM)
  if (chromium === undefined) {
    console.error(CHROMIUM_MISSING)
    return { passed: 0, failed: 1 }
  }
  const report = join(reports, 'browser.json')
  spawnSync(
    process.execPath,
    [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--config', config, '--reporter=list,json'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  )
  return existsSync(report) ? countOfPlaywright(readFileSync(report, 'utf8')) : { passed: 0, failed: 1 }
}

const { passed, failed } = sum([runUnitTests(), runBrowserTests()])
rmSync(reports, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
