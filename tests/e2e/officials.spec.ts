import type { Page } from '@playwright/test'
import { withSampleIssue } from './stage/gazettes.ts'
import { expectGoodLook, wordsOf } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'
import { linesBehind } from './stage/workbook.ts'

test.use({ ownProgram: 'officials' })

test('who was appointed, removed or lapsed, by which document: filtered by person, body, day and kind, and as a spreadsheet', async ({
  desk,
  visitor,
}) => {
  await withSampleIssue(await desk('dubanshi'))
  const page = await visitor()
  await page.goto('/officials')
  await page.getByRole('link', { name: /^任免登记（共 \d+ 项）$/ }).click()
  const acts = page.locator('.acts > li')
  const ask = async (filter: Readonly<Record<string, string>>) => {
    await page.goto('/officials/acts')
    for (const [label, value] of Object.entries(filter)) {
      if (label === '任免') await page.getByLabel(label, { exact: true }).selectOption({ label: value })
      else await page.getByLabel(label, { exact: true }).fill(value)
    }
    await page.getByRole('button', { name: '查询' }).click()
  }
  await ask({ 姓名或职务: '邵亦凡', 起: '2023-03-01' })
  await expect(acts).toHaveText([/^任\s*邵亦凡\s*澜川市政务服务局局长/, /^免\s*邵亦凡\s*澜川市人民政府办公室副主任/])
  await page.getByRole('link', { name: /关于任免许清越等工作人员职务的通知/ }).click()
  await expect(page.locator('main')).toContainText('邵亦凡')

  await ask({ 任免: '自然免除' })
  await expect(acts).toHaveText([/白芷薇/, /甘棠/, /司徒明/])
  await ask({ 机关: '澜川市政务服务局', 起: '2023-03-06', 止: '2023-03-06' })
  await expect(acts).toHaveText([/邵亦凡/, /杭一舟/])
  await expect(page.getByRole('link', { name: '澜川市人民政府关于任免许清越等工作人员职务的通知' })).toBeVisible()
  const sheet = await linesBehind(page, '下载表格（xlsx）')
  expect(sheet.filter((line) => line.includes('澜政任〔2023〕3号'))).toHaveLength(2)
  await ask({ 止: '2000-01-01' })
  await expect(page.getByText('没有符合条件的任免')).toBeVisible()
  await page.getByRole('link', { name: '清除筛选' }).click()
  await expect(page.getByRole('status')).toHaveText(/^共 \d+ 项$/)
  await page.goto('/officials/acts?lang=en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Register of acts')
  await expect(acts.filter({ hasText: 'Lapsed' }).first()).toBeVisible()
  await page.goto('/?lang=zh')
})

test('who holds which post on any day, and one person with two posts', async ({ desk, visitor }) => {
  await withSampleIssue(await desk('dubanshi'))
  const page = await visitor()
  const holders = async (day: string, post: string) => {
    await page.goto(`/officials?day=${day}&name=${encodeURIComponent(post)}`)
    const rows = page.getByRole('row').filter({ hasText: post })
    return Promise.all((await rows.all()).map((row) => wordsOf(row.getByRole('link').first())))
  }
  expect(await holders('2023-03-05', '澜川市政务服务局局长')).toEqual(['杭一舟'])
  expect(await holders('2023-03-06', '澜川市政务服务局局长')).toEqual(['邵亦凡'])
  const posts = page.getByRole('rowheader')
  await page.goto('/officials?day=2023-03-29&name=白芷薇')
  await expect(posts).toHaveText(['澜川市文化和旅游局局长'])
  await page.goto('/officials?day=2023-03-30&name=白芷薇')
  await expect(posts).toHaveText(['澜川市文化旅游体育局局长'])
  await page.goto('/officials?day=2000-01-01')
  await expect(page.getByText('公报没有载明符合条件的任职')).toBeVisible()
  await page.goto('/officials/司徒明')
  await expect(posts).toHaveText(['澜川市机关事务中心（澜川市公务接待中心）主任', '澜川市机关事务管理局副局长'])
  await expect(page.getByText('同名的人公报不作区分')).toBeVisible()
})

test('rank order and a post given again on one day by hand; a probation that ends is told a month ahead, on the legal day', async ({
  desk,
}) => {
  test.setTimeout(300_000)
  const office = await desk('dubanshi')
  await withSampleIssue(office)
  const admin = await desk('guanliyuan')
  await admin.goto('/desk/admin/bodies')
  await admin.getByRole('tab', { name: '职务与任职' }).click()
  const post = '澜川市林业局副局长'
  const made = { action: '任命', post, day: '2023-04-03', document: '澜政任〔2023〕6号' }
  await record(admin, { ...made, person: '纪云深' })
  await record(admin, { ...made, person: '宁知远', note: '列乔木森之后' })
  await record(admin, { ...made, person: '乔木森', action: '自然免除', document: '澜政任〔2023〕7号' })
  await record(admin, { ...made, person: '乔木森', document: '澜政任〔2023〕7号' })
  await record(admin, { ...made, person: '苏试用', post: '澜川市林业局总工程师', months: '11' })

  // whoever is to rank after another stands right after that one, on the desk and for the public
  await admin.getByPlaceholder('姓名或职务').fill('林业局副局长')
  await admin.getByPlaceholder('姓名或职务').press('Enter')
  await expect(admin.getByRole('rowheader')).toHaveText(['纪云深', '乔木森', '宁知远'])
  await office.goto(`/officials?name=${encodeURIComponent(post)}&day=2023-04-03`)
  const holders = office.getByRole('row').filter({ hasText: post }).locator('td a:not([href^="/documents"])')
  await expect(holders).toHaveText(['纪云深', '乔木森', '宁知远'])
  await expect(office.getByRole('row').filter({ hasText: '宁知远' })).toContainText('列乔木森之后')
  await office.goto(`/officials?name=${encodeURIComponent(post)}&day=2023-04-02`)
  await expect(holders).toHaveText(['乔木森'])
  await expectGoodLook(office)

  // 苏试用 is in probation until 2 March, those of 6 March 2023 until 5 March
  await moveTime(admin, '2024-02-04')
  await expect.poll(() => titlesIn(office)).toContain('试用期将满：苏试用')
  expect(await titlesIn(office)).not.toContain('试用期将满：简素云')
  await office.goto('/officials')
  await expect(office.getByRole('region', { name: '试用期将满' }).getByRole('link', { name: '简素云' })).toHaveCount(0)
  await moveTime(admin, '2024-02-05')
  for (const person of ['简素云', '祁连山', '谷文远'])
    await expect.poll(() => titlesIn(office)).toContain(`试用期将满：${person}`)

  await office.goto('/desk/inbox')
  await office.getByRole('link', { name: '试用期将满：简素云' }).click()
  const ending = office.getByRole('table', { name: '一个月内试用期满' })
  await expect(ending.getByRole('row').filter({ hasText: '简素云' })).toContainText('2024年3月5日')
  await office.getByLabel('姓名或职务').fill('简素云')
  await office.getByRole('button', { name: '查询' }).click()
  await expect(office.getByRole('table', { name: '任免' }).getByRole('rowheader')).toHaveText([
    '简素云',
    '简素云',
    '简素云',
  ])
  await expectGoodLook(office)
  const lines = await linesBehind(office, '导出')
  expect(lines.filter((line) => line.includes('简素云'))).toHaveLength(3)

  await office.goto('/officials')
  const shown = office.getByRole('region', { name: '试用期将满' })
  await expect(shown.getByRole('row').filter({ hasText: '简素云' })).toContainText('2024年3月5日')
  await expectGoodLook(office)
})

interface ActByHand {
  readonly action: string
  readonly person: string
  readonly post: string
  readonly document: string
  readonly day: string
  readonly note?: string
  readonly months?: string
}

/** The administrator records an act that no gazette prints. */
async function record(admin: Page, act: ActByHand): Promise<void> {
  await admin.getByRole('button', { name: '登记任免' }).click()
  const form = admin.getByRole('dialog')
  // the key that takes the day also sends the form, which must not be whole yet
  await form.getByLabel('日期').fill(act.day)
  await form.getByLabel('日期').press('Enter')
  await form.getByText(act.action, { exact: true }).click()
  await form.getByLabel('姓名').fill(act.person)
  await form.getByLabel('职务').fill(act.post)
  await form.getByLabel('文号').fill(act.document)
  if (act.months) await form.getByLabel('试用期（月）').fill(act.months)
  if (act.note) await form.getByLabel('说明').fill(act.note)
  // what the key had it say goes away, and the button moves up
  await expect(form.locator('.ant-form-item-explain-error')).toHaveCount(0)
  await form.getByRole('button', { name: /^登\s*记$/ }).click()
  await expect(form).toHaveCount(0)
}

async function moveTime(admin: Page, day: string): Promise<void> {
  await admin.goto('/desk/admin/time')
  await admin.getByLabel('日期').fill(day)
  await admin.getByLabel('日期').press('Enter')
  await admin.getByRole('button', { name: '拨到这一时刻' }).click()
  await expect(admin.getByText('现在的法定时间停在')).toContainText(
    `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
  )
}

async function titlesIn(page: Page): Promise<readonly string[]> {
  const answer = await page.evaluate(async () => (await fetch('/api/inbox')).json())
  return (answer as { messages: readonly { title: string }[] }).messages.map((message) => message.title)
}
