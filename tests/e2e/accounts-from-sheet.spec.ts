import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import exceljs from 'exceljs'
import { expectGoodLook } from './stage/look.ts'
import { expect, hostOf, signIn, test } from './stage/stage.ts'

test('accounts are made from a table: faults by row, made once, passwords handed over once, changed at first sign-in', async ({
  desk,
  browser,
}) => {
  const admin = await desk('guanliyuan')
  await admin.goto('/desk/admin/accounts')
  await admin.getByRole('button', { name: '从表格建立' }).click()
  const dialog = admin.getByRole('dialog', { name: '从表格建立账号' })
  await drop(admin, [
    ['人员姓名', '登录账号', '所在部门', '角色', '电子邮箱'],
    ['江照野', 'jiang.zhaoye', '市水务局', '经办人、单位负责人', ''],
    ['', 'dubanshi', '市月球局', '国王', ''],
  ])
  await expect(dialog.getByText('共 2 行：可建立 1，有误 1')).toBeVisible()
  const faulty = dialog.getByRole('row').filter({ hasText: 'dubanshi' })
  for (const fault of ['请填写姓名', '用户名“dubanshi”已被使用', '没有找到单位“市月球局”', '没有“国王”这种身份']) {
    await expect(faulty).toContainText(fault)
  }
  await expect(dialog.getByRole('button', { name: '建立账号' })).toBeDisabled()
  await expectGoodLook(admin)
  await admin.setViewportSize({ width: 1440, height: 900 })
  await dialog.getByRole('button', { name: '换一个文件' }).click()
  const [sample] = await Promise.all([
    admin.waitForEvent('download'),
    dialog.getByRole('link', { name: '下载样表' }).click(),
  ])
  expect(sample.suggestedFilename()).toBe('账号样表.xlsx')

  const good = [
    ['姓名', '用户名', '单位', '身份', '邮箱'],
    ['江照野', 'jiang.zhaoye', '市水务局', '经办人', 'jiang@example.invalid'],
    ['陆听澜', 'lu.tinglan', '', '审计', ''],
  ]
  await drop(admin, good)
  await dialog.getByRole('button', { name: '建立 2 个账号' }).click()
  const handout = admin.getByRole('dialog', { name: '已建立 2 个账号' })
  await expect(handout.getByRole('button', { name: '已经保存' })).toBeDisabled()
  await expectGoodLook(admin)
  await admin.setViewportSize({ width: 1440, height: 900 })
  const [saved] = await Promise.all([
    admin.waitForEvent('download'),
    handout.getByRole('button', { name: '下载账号和首次密码' }).click(),
  ])
  expect(saved.suggestedFilename()).toMatch(/账号与首次密码-.*\.xlsx$/)
  const password = await passwordIn(await saved.path(), 'jiang.zhaoye')
  await handout.getByRole('button', { name: '已经保存' }).click()
  await expect(handout).toHaveCount(0)
  await expect(admin.getByRole('row').filter({ hasText: 'jiang.zhaoye' })).toContainText('待改密码')
  await expect(admin.getByRole('row').filter({ hasText: 'lu.tinglan' })).toContainText('审计')

  // the same table again makes nothing
  await admin.getByRole('button', { name: '从表格建立' }).click()
  await drop(admin, good)
  await expect(dialog.getByText('共 2 行：可建立 0，有误 2')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '建立账号' })).toBeDisabled()

  const context = await browser.newContext({ baseURL: hostOf('sample') })
  const page = await context.newPage()
  await signIn(page, 'jiang.zhaoye', password)
  await expect(page).toHaveURL(/\/desk\/me/)
  await expect(page.getByText('请先修改密码')).toBeVisible()
  await page.goto('/desk/ledger')
  await expect(page.getByText('这里没有内容，或者您的账号不能查看')).toBeVisible()
  await context.close()
})

async function drop(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const book = new exceljs.Workbook()
  book.addWorksheet('名单').addRows(rows.map((row) => [...row]))
  await page.locator('input[type=file]').setInputFiles({
    name: '名单.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await book.xlsx.writeBuffer()),
  })
}

async function passwordIn(path: string, username: string): Promise<string> {
  const book = new exceljs.Workbook()
  await book.xlsx.load((await readFile(path)) as never)
  const rows = book.worksheets[0]?.getRows(2, 10) ?? []
  return rows.find((row) => row.getCell(3).text === username)?.getCell(4).text ?? ''
}
