import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { readSource } from '@guangyue/modules/gazette/source'
import { addByHandEndpoint, confirmMeasuresEndpoint } from '@guangyue/modules/ledger/api'
import { getNoticeEndpoint, issueNoticeEndpoint, reviewNoticeEndpoint } from '@guangyue/modules/ledger/notices/api'
import type { Page } from '@playwright/test'
import { ask, told } from './stage/ask.ts'
import { expectGoodLook } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'

const unit = '市住房城乡建设局'
const task = '拆除临街违法建设'
const title = '关于临街违法建设逾期督办的通知'
const desktop = { width: 1440, height: 900 }
const dialog = (page: Page) => page.getByRole('dialog')
const standing = (page: Page) => page.locator('.work__title .light')

/** A confirmed task of that unit whose day is over. */
async function lateTask(page: Page): Promise<void> {
  const dates = [{ due: '2023-03-31' }]
  const { measureId, version } = await told(page, addByHandEndpoint, {
    body: {
      id: randomUUID(),
      basis: { kind: '会议纪要', title: `${task}专题会议纪要` },
      title: task,
      tasks: [{ id: randomUUID(), title: task, leads: [{ name: unit }], supports: [], dates, targets: [] }],
    },
  })
  await told(page, confirmMeasuresEndpoint, { body: { measures: [{ id: measureId, version }] } })
}

async function step(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await dialog(page).getByRole('button', { name, exact: true }).click()
  await expect(dialog(page)).toHaveCount(0)
}

test('a 督办单 from the ledger: composed, edited, reviewed by another, issued, downloaded, published, read', async ({
  desk,
  visitor,
}) => {
  const writer = await desk('dubanshi')
  await lateTask(writer)
  await writer.goto('/desk/ledger/notices')
  await writer.getByRole('button', { name: /^拟\s*制$/ }).click()
  await dialog(writer)
    .getByRole('checkbox', { name: new RegExp(`^${unit}（逾期`) })
    .check()
  await dialog(writer).getByRole('button', { name: '拟制草稿' }).click()
  await expect(writer).toHaveURL(/\/ledger\/notices\/[0-9a-f-]{36}/)
  const id = writer.url().split('/').at(-1) ?? ''
  const params = { id }

  await expect(writer.getByRole('textbox', { name: /^第 2 段第 \d+ 行第 1 列$/ }).first()).toBeVisible()
  const cells = await writer.getByRole('textbox', { name: /^第 2 段第 \d+ 行第 1 列$/ }).all()
  expect(await Promise.all(cells.map((cell) => cell.inputValue()))).toContain(task)
  await writer.getByLabel('标题', { exact: true }).fill('关于临街违法建设')
  await writer.getByRole('button', { name: '加段落' }).click()
  await writer.getByLabel('第 4 段文字').fill('联系人：督查室 何以宁。')
  await writer.getByRole('button', { name: '上移第 4 段' }).click()
  await expect(writer.getByLabel('第 3 段文字')).toHaveValue('联系人：督查室 何以宁。')
  await expectGoodLook(writer)
  await writer.setViewportSize(desktop)
  await writer.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(writer.getByText('标题应以文种结尾')).toBeVisible()
  await writer.getByLabel('标题', { exact: true }).fill(title)
  await writer.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(writer.getByRole('status')).toContainText('与已保存的内容一致')
  await writer.getByRole('button', { name: '看全文' }).click()
  await expect(writer.getByText('等另一位工作人员审核')).toBeVisible()
  await expect(writer.getByRole('button', { name: '审核通过' })).toHaveCount(0)
  const { version } = await told(writer, getNoticeEndpoint, { params })
  const own = await ask(writer, reviewNoticeEndpoint, { params, body: { version } })
  expect([own.status, own.body.code]).toEqual([403, 'ledger.own-notice'])

  const officer = await desk('zhujian')
  expect((await ask(officer, getNoticeEndpoint, { params })).status).toBe(404)
  expect((await ask(officer, issueNoticeEndpoint, { params, body: { version } })).status).toBe(403)

  const reviewer = await desk('dubanzhuren')
  await reviewer.goto('/desk/ledger/notices')
  await reviewer.getByRole('link', { name: title }).click()
  await expect(standing(reviewer)).toHaveText('待审核')
  await step(reviewer, '审核通过')
  await expect(standing(reviewer)).toHaveText('待印发')
  await reviewer.getByRole('button', { name: /^印\s*发$/ }).click()
  await expect(dialog(reviewer)).toContainText('印发后不能再改动')
  await dialog(reviewer)
    .getByRole('button', { name: /^印\s*发$/ })
    .click()
  await expect(standing(reviewer)).toHaveText('已印发')
  const { number, issuedOn } = await told(reviewer, getNoticeEndpoint, { params })
  const [year, month, day] = (issuedOn ?? '').split('-').map(Number)
  expect(number).toMatch(/^澜政督〔2023〕\d+号$/)
  for (const kind of ['docx', 'pdf']) {
    const waiting = reviewer.waitForEvent('download')
    await reviewer.getByRole('link', { name: `${number}.${kind}` }).click()
    const file = await waiting
    expect(file.suggestedFilename()).toBe(`${number} ${title}.${kind}`)
    const read = await readSource(await readFile(await file.path()), file.suggestedFilename())
    const text = read.ok ? read.text.replaceAll(/\s/g, '') : ''
    for (const printed of [number ?? '', title, `${unit}：`, `${year}年${month}月${day}日`, '（演示数据）'])
      expect(text).toContain(printed)
  }
  await expectGoodLook(reviewer)

  await expect(async () => {
    await officer.goto('/desk/inbox')
    await expect(officer.getByText(`督办单 ${number}：${title}`)).toBeVisible({ timeout: 2000 })
  }).toPass()
  await officer.goto('/desk/ledger/notices')
  await officer.getByRole('link', { name: title }).click()
  await expect(officer.getByText('联系人：督查室 何以宁。')).toBeVisible()
  await expect(officer.locator('.work__top button')).toHaveCount(0)

  const citizen = await visitor()
  expect((await citizen.goto(`/notices/${id}`))?.status()).toBe(404)
  await reviewer.setViewportSize(desktop)
  await step(reviewer, '向社会公开')
  await expect(reviewer.getByText('已公开')).toBeVisible()
  await citizen.goto('/notices')
  await citizen.getByRole('link', { name: title }).click()
  await expect(citizen.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(citizen.getByRole('article')).toContainText(number ?? '')
  await expect(citizen.getByRole('article')).toContainText(task)
  for (const address of ['/notices', `/notices/${id}`]) {
    await writer.goto(address)
    await expectGoodLook(writer)
  }
  for (const kind of ['docx', 'pdf']) {
    const waiting = citizen.waitForEvent('download')
    await citizen.getByRole('link', { name: new RegExp(`\\.${kind}`) }).click()
    expect((await waiting).suggestedFilename()).toBe(`${number} ${title}.${kind}`)
  }
})

test('a unit reads its own and writes none', async ({ desk }) => {
  const officer = await desk('shuiwu')
  await officer.goto('/desk/ledger/notices')
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText('督办与通报')
  await expect(officer.getByRole('button', { name: /^拟\s*制$/ })).toHaveCount(0)
  await expectGoodLook(officer)
})
