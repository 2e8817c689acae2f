import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answers, endProgram, freePort, startProgram } from './stage/program.ts'
import { expect, signIn, test } from './stage/stage.ts'

test('the demonstration plays its year behind the pages, goes on after a kill, and is reset by the administrator', async ({
  browser,
}) => {
  test.setTimeout(400_000)
  const place = {
    port: await freePort(),
    dataFolder: mkdtempSync(join(tmpdir(), 'guangyue-played-')),
    scale: 0.02,
  }
  const baseURL = `http://liaocheng.localhost:${place.port}`
  let program = startProgram(place)
  try {
    await answers(place.port)
    const page = await (await browser.newContext({ baseURL })).newPage()
    await page.goto('/')
    await expect(page.getByText(/正在推演到 \d+月\d+日/)).toBeVisible()

    await endProgram(program, 'SIGKILL')
    program = startProgram(place)
    await answers(place.port)
    await signIn(page, 'guanliyuan')
    await page.goto('/desk/admin/time')
    await expect(page.getByText('现在的法定时间停在')).toContainText('2021年11月30日', { timeout: 240_000 })
    await expect(page.getByText('本站内容由演示程序生成')).toBeVisible()
    await page.goto('/ledger')
    await expect(page.getByText('已办结').first()).toBeVisible()

    const practice = await (
      await browser.newContext({ baseURL: `http://liaocheng-practice.localhost:${place.port}` })
    ).newPage()
    await signIn(practice, 'dubanshi')
    await practice.goto('/desk/ledger/review')
    await expect(practice.getByText('待核 252')).toBeVisible()
    await practice.context().close()

    await page.goto('/desk/admin/time')
    await page.getByRole('button', { name: '重置演示' }).click()
    await page.getByRole('button', { name: '清空并重新推演' }).click()
    await expect(page).toHaveURL(`${baseURL}/`)
    await expect(async () => {
      await page.goto('/')
      await expect(page.getByText(/正在推演到 [678]月\d+日/)).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 60_000 })
    await page.context().close()
  } finally {
    await endProgram(program, 'SIGTERM')
    rmSync(place.dataFolder, { recursive: true, force: true })
  }
})
