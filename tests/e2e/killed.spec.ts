import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getImportEndpoint, listImportsEndpoint } from '@guangyue/modules/gazette/api'
import { listFaultsEndpoint } from '@guangyue/modules/ledger/api'
import { ask, told } from './stage/ask.ts'
import { anotherIssue, countsOf, dropGazette, withSampleIssue } from './stage/gazettes.ts'
import { answers, endProgram, freePort, startProgram } from './stage/program.ts'
import { expect, signIn, test } from './stage/stage.ts'

/** Killed while it reads: a stage after the file was received and before anything was written. */
const underWay = /^(reading|parsing|writing|drafting)$/

test('program and database killed during an import: it ends by itself after the next start, nothing doubled', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const place = { port: await freePort(), dataFolder: mkdtempSync(join(tmpdir(), 'guangyue-killed-')) }
  const baseURL = `http://sample.localhost:${place.port}`
  let program = startProgram(place)
  try {
    await answers(place.port)
    const page = await (await browser.newContext({ baseURL })).newPage()
    await signIn(page, 'dubanshi')
    await expect(page).toHaveURL(/\/desk/)
    await withSampleIssue(page)
    await page.goto('/desk/gazette/import')
    await page.locator('input[type=file]').setInputFiles(anotherIssue())
    await expect(page).toHaveURL(/\/gazette\/imports\//)
    const id = page.url().split('/').at(-1) ?? ''
    const stage = async () => (await ask(page, getImportEndpoint, { params: { id } })).body.stage
    await expect.poll(stage, { intervals: [20], timeout: 30_000 }).toMatch(underWay)

    const postmaster = Number(
      readFileSync(join(place.dataFolder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0],
    )
    process.kill(postmaster, 'SIGKILL')
    await endProgram(program, 'SIGKILL')
    await expect(page.getByText('没有连上服务器')).toBeVisible()

    program = startProgram(place)
    await answers(place.port)
    await page.reload()
    await expect(page.getByText('新收录 10 份文件')).toBeVisible({ timeout: 120_000 })
    await expect.poll(stage, { timeout: 60_000 }).toBe('drafted')
    expect(await countsOf(page)).toEqual({ issues: 2, documents: 20, texts: 20, measures: 272, tasks: 0 })
    const faults = (await told(page, listFaultsEndpoint)).items.length

    expect((await dropGazette(page, anotherIssue())).outcome).toBe('same')
    expect(await countsOf(page)).toEqual({ issues: 2, documents: 20, texts: 20, measures: 272, tasks: 0 })
    expect((await told(page, listFaultsEndpoint)).items).toHaveLength(faults)
    expect(await told(page, listImportsEndpoint)).toHaveLength(3)
    await page.context().close()
  } finally {
    await endProgram(program, 'SIGTERM')
    rmSync(place.dataFolder, { recursive: true, force: true })
  }
})
