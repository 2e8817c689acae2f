import { expectGoodLook, wordsOf } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'

test('a citizen finds an item, reads its guide, checklist, chart and form, with scripts off', async ({ visitor }) => {
  const page = await visitor('liaocheng')
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: '办事', exact: true }).first().click()
  await expect(page.getByRole('status')).toHaveText('共 15 个事项')
  await page.getByLabel('名称、材料或对象').fill('施工许可')
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByRole('status')).toContainText('共 1 个事项')
  await page.getByRole('link', { name: '建筑工程施工许可' }).click()
  await expect(page.getByText('投资额超过100万元而且建筑面积超过500平方米')).toBeVisible()
  await expect(page.getByRole('img', { name: /^流程图/ })).toBeVisible()
  await expect(page.locator('.flowlist > li > b')).toHaveText(['提交申请', '受理', '审查', '决定', '送达'])
  await expect(page.getByRole('row', { name: /法定办结/ })).toContainText('7日')

  await page.getByRole('link', { name: '一次性告知单（可打印）' }).click()
  await expect(page.getByRole('rowheader', { name: '用地批准手续' })).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: '看申请表' }).click()
  await expect(page.getByRole('row', { name: /建筑面积/ })).toContainText('平方米')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/services/construction-permit')
  await expect(page.getByRole('img', { name: /^流程图/ })).toBeHidden()
  await expect(page.locator('.flowlist > li').first()).toBeVisible()
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('a next version is announced, and shares stand beside their targets', async ({ visitor }) => {
  const page = await visitor('liaocheng')
  await page.goto('/services/company-set-up')
  await expect(page.getByText('新版本从2022年3月1日起生效')).toBeVisible()
  await page.getByRole('link', { name: '查看新版本' }).click()
  await expect(page.getByRole('row', { name: /法定办结/ })).toContainText('3个工作日')
  await page.goto('/services')
  const figures = await wordsOf(page.getByRole('region', { name: '网办和窗口占比' }))
  for (const said of ['目标 95% 以上', '目标 85% 以上', '目标 80% 以上']) expect(figures).toContain(said)
  await expect(page.getByRole('region', { name: '网办和窗口占比' }).getByRole('link')).toHaveText([
    '聊政发〔2021〕7号 附件十三（三）',
    '聊政发〔2021〕7号 附件十三（三）',
    '聊政发〔2021〕7号 附件十三（八）',
  ])
})

test('an officer sees the items, the versions of one and what differs', async ({ desk }) => {
  const page = await desk('shenpi', 'liaocheng')
  await page.goto('/desk/services')
  await expect(page.getByRole('row', { name: /全程网办率/ })).toContainText('85% 以上')
  await expectGoodLook(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('link', { name: '企业设立登记' }).click()
  await expect(page.getByRole('row', { name: /第 1 版 现行/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /第 2 版 待生效/ })).toContainText('2022年3月1日')
  await expect(page.getByRole('row', { name: /期限 · 法定 · 数/ })).toContainText('20')
  await expectGoodLook(page)
})

test('every public page looks well, in Chinese and in English', async ({ desk }) => {
  // drawn in a browser that runs scripts, which the checks of the look need
  const page = await desk('shenpi', 'liaocheng')
  for (const path of [
    '/services',
    '/services/food-business',
    '/services/water-connection/checklist',
    '/services/company-set-up/form',
  ]) {
    await page.goto(path)
    await expectGoodLook(page)
  }
  await page.goto('/services/food-business?lang=en')
  await expect(page.getByRole('heading', { name: 'Materials' })).toBeVisible()
  await expectGoodLook(page)
  await page.goto('/?lang=zh')
})
