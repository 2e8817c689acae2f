import type { Page } from '@playwright/test'
import exceljs from 'exceljs'
import { withSampleIssue } from './stage/gazettes.ts'
import { wordsOf } from './stage/look.ts'
import { expect, hostOf, signIn, test } from './stage/stage.ts'
import { codeOf } from './stage/totp.ts'

const own = 'four plain words chosen'

/** Sets a password of one's own, which is all that a new account may do. */
async function changePassword(page: Page, given: string): Promise<void> {
  await expect(page.getByText('请先修改密码')).toBeVisible()
  await page.getByRole('button', { name: '修改密码' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('现在的密码').fill(given)
  await dialog.getByLabel('新密码', { exact: true }).fill(own)
  await dialog.getByLabel('再输一遍新密码').fill(own)
  await dialog.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(page.getByText('请先修改密码')).toHaveCount(0)
}

test('an account is made; its first sign-in must change the password; a verifier is set up and then asked for', async ({
  desk,
  browser,
}) => {
  const admin = await desk('guanliyuan')
  await admin.goto('/desk/admin/accounts')
  await admin.getByRole('button', { name: '新建账号' }).click()
  const form = admin.getByRole('dialog')
  await form.getByLabel('用户名').fill('xinren')
  await form.getByLabel('姓名').fill('林见微')
  await form.getByLabel('单位', { exact: true }).fill('市水务局')
  await admin.locator('.ant-select-item-option', { hasText: /^市水务局$/ }).click()
  await form.getByRole('button', { name: /^新\s*建$/ }).click()
  const lines = await wordsOf(admin.getByRole('dialog').locator('pre'))
  const given = /密码　*(\S+)/.exec(lines)?.[1] ?? ''
  expect(given.length).toBeGreaterThan(9)
  await admin.getByRole('button', { name: '已经记下' }).click()
  await expect(admin.getByRole('row').filter({ hasText: 'xinren' })).toContainText('待改密码')

  const context = await browser.newContext({ baseURL: hostOf('sample') })
  const page = await context.newPage()
  await signIn(page, 'xinren', given)
  await expect(page).toHaveURL(/\/desk\/me/)
  await page.goto('/desk/ledger')
  await expect(page.getByText('这里没有内容，或者您的账号不能查看')).toBeVisible()
  await page.goto('/desk/me')
  await changePassword(page, given)

  await page.getByRole('button', { name: '启用动态验证' }).click()
  await page.getByRole('dialog').getByLabel('现在的密码').fill(own)
  await page.getByRole('button', { name: '下一步' }).click()
  const secret = await wordsOf(page.getByRole('dialog').locator('pre'))
  await page.getByLabel('验证器显示的 6 位数字').fill(codeOf(secret))
  await page.getByRole('button', { name: '确认启用' }).click()
  await expect(page.getByText(/备用码/).first()).toBeVisible()
  await page.getByRole('button', { name: '已经记下' }).click()
  await expect(page.getByText('已启用', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: '退出' }).click()
  await signIn(page, 'xinren', own)
  await expect(page).toHaveURL(/\/sign-in\/code/)
  await page.getByLabel(/验证码/).fill('000000')
  await page.locator('form.form button').click()
  await expect(page.getByText('动态验证码不正确或已过期')).toBeVisible()
  await page.getByLabel(/验证码/).fill(codeOf(secret))
  await page.locator('form.form button').click()
  await expect(page).toHaveURL(/\/desk/)
  await page.goto('/desk/ledger')
  await expect(page.getByRole('heading', { name: '工作台账' })).toBeVisible()
  await context.close()
})

test('a body gets a new name from a day; documents before it are still of the same body', async ({ desk }) => {
  const admin = await desk('guanliyuan')
  await admin.goto('/desk/admin/bodies')
  await admin.getByLabel('名称或别称').fill('市气象局')
  await admin.getByRole('button', { name: '市气象局', exact: true }).click()
  const drawer = admin.getByRole('dialog', { name: '市气象局' })
  await drawer.getByRole('button', { name: '更名' }).click()
  const form = admin.getByRole('dialog').filter({ hasText: '市气象局更名' }).last()
  await form.getByLabel('全称').fill('澜川市气象服务局')
  await form.getByLabel('简称').fill('市气象服务局')
  await form.getByLabel('启用日').fill('2023-04-01')
  await form.getByLabel('启用日').press('Tab')
  await form.getByRole('button', { name: /^更\s*名$/ }).click()
  const names = admin.getByRole('table', { name: '历次名称' })
  await expect(names.getByRole('row').filter({ hasText: '澜川市气象服务局' })).toContainText('2023年4月1日')
  await expect(names.getByRole('row').filter({ hasText: '澜川市气象局' })).toContainText('2023年4月1日')
  await expect(admin.getByRole('button', { name: '市气象服务局', exact: true })).toBeVisible()
})

test('a new city is made in the browser with its bodies, and answers at its host at once', async ({
  desk,
  browser,
}) => {
  const admin = await desk('guanliyuan', 'liaocheng')
  await admin.goto('/desk/admin/cities')
  await admin.getByRole('button', { name: '新建城市' }).click()
  await admin.getByLabel('城市名称').fill('青砚市')
  await admin.getByLabel('政府名称').fill('青砚市人民政府')
  await admin.getByLabel('代号').fill('qingyan')
  await admin.getByLabel('域名').fill('qingyan.localhost')
  await admin.getByLabel('姓名').fill('白鹭洲')
  await admin.locator('input[type=file]').setInputFiles({
    name: '单位.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await sheetOf([
      ['名称', '简称', '类型', '上级', '别名'],
      ['青砚市人民政府', '市政府', '市级政府', '', ''],
      ['青砚市水务局', '市水务局', '市直部门', '市政府', '市水利局'],
    ]),
  })
  await expect(admin.getByText('青砚市水务局')).toBeVisible()
  await admin.getByRole('button', { name: '建立城市' }).click()
  await expect(admin.getByText('青砚市已建立，现在就可以使用')).toBeVisible({ timeout: 60_000 })
  const notice = await wordsOf(admin.locator('main'))
  const given = /密码\s*([^\s。]+)/.exec(notice)?.[1] ?? ''

  const context = await browser.newContext({ baseURL: hostOf('qingyan') })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.getByText('青砚市人民政府').first()).toBeVisible()
  // made within a demonstration, it is marked as one
  await expect(page.getByText('演示数据').first()).toBeVisible()
  await signIn(page, 'guanliyuan', given)
  await changePassword(page, given)
  await page.goto('/desk/admin/bodies')
  await expect(page.getByRole('button', { name: '市水务局', exact: true })).toBeVisible()
  await context.close()
})

test('the auditor sees every act and checks all seals', async ({ desk }) => {
  const officer = await desk('dubanshi')
  await withSampleIssue(officer)
  const page = await desk('shenji')
  await page.goto('/desk/admin/audit')
  await expect(page.getByRole('row').nth(2)).toBeVisible()
  await page.getByRole('button', { name: '核对全部封签' }).click()
  await expect(page.getByText(/\d+ 条记录、\d+ 个封签完整无改动/)).toBeVisible()
})

test('the time of the demonstration is moved', async ({ desk }) => {
  const page = await desk('guanliyuan')
  await page.goto('/desk/admin/time')
  const before = await wordsOf(page.locator('main p b').first())
  await page.getByLabel('日期').fill('2023-04-07')
  await page.getByLabel('日期').press('Enter')
  await page.getByRole('button', { name: '拨到这一时刻' }).click()
  await expect(page.locator('main p b').first()).toHaveText('2023年4月7日')
  expect(before).not.toBe('2023年4月7日')
  const officer = await desk('dubanshi')
  await officer.goto('/desk')
  await expect(officer.getByRole('heading', { name: '4月7日 星期五' })).toBeVisible()
})

async function sheetOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('单位')
  for (const row of rows) sheet.addRow([...row])
  return Buffer.from(await book.xlsx.writeBuffer())
}
