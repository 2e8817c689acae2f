import { randomInt } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

// The workers read this file again and are children of the first reader: they find the port that it chose.
process.env.E2E_PORT ??= String(randomInt(20_000, 32_000))
const port = Number(process.env.E2E_PORT)
process.env.E2E_DATA ??= join(tmpdir(), `guangyue-e2e-${port}`)
const root = join(import.meta.dirname, '../..')

/** The running program as `npm start` makes it, on an empty data folder, driven in a real browser. */
export default defineConfig({
  testDir: import.meta.dirname,
  // The main job comes first: the others change the sample's drafts.
  projects: [
    { name: 'main-job', testMatch: 'main-job.spec.ts' },
    { name: 'rest', testMatch: '*.spec.ts', testIgnore: 'main-job.spec.ts' },
  ],
  outputDir: join(root, 'test-results'),
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://sample.localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node --disable-warning=ExperimentalWarning tests/e2e/stage/serve.ts ${port}`,
    cwd: root,
    reuseExistingServer: true,
    url: `http://localhost:${port}/healthz`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
