import { getCaseEndpoint } from '@guangyue/modules/cases/api'
import type { Locator, Page } from '@playwright/test'
import { ask } from './stage/ask.ts'
import { expectGoodLook } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'
import { moveTo } from './stage/time.ts'

// Legal time is moved, so the file has a program of its own; each step stands on those before it.
test.use({ ownProgram: 'cases' })
test.describe.configure({ mode: 'serial' })

const telephone = { width: 390, height: 844 }
const desktop = { width: 1440, height: 900 }
const city = 'liaocheng'
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: png })
const firm = '聊城湖畔面馆'
const asked = '经营场所平面布局图：请标明面积和功能分区'
const covered = ['11010519491231002X', '13800138000', '兴华西路12号']
let address = ''
let number = ''

const caseId = () => address.split('/').at(-1) ?? ''

/** Presses the button and sends the dialog that it opens. */
async function actOn(
  page: Page,
  name: string,
  fill: (dialog: Locator) => Promise<void> = async () => {},
): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog', { name, exact: true })
  // a dialog that is still opening does not feel a press
  await expect(page.locator('.ant-zoom-appear')).toHaveCount(0)
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await expect(dialog).toBeHidden()
}

test('a citizen applies on a telephone: what is wrong is told on its page, and what was typed can be returned to', async ({
  desk,
}) => {
  const page = await desk('shimin', city)
  await page.setViewportSize(telephone)
  await page.goto('/services/food-business')
  await page.getByRole('link', { name: '在线办理' }).click()
  await page.getByLabel('企业和其他组织').check()
  await page.getByLabel('单位名称').fill(firm)
  await page.getByLabel('统一社会信用代码').fill('91350100M000100Y43')
  await page.getByLabel('联系电话').fill('13800138000')
  await page.getByRole('button', { name: '下一步' }).click()

  await page.getByLabel('企业名称').fill(firm)
  await page.getByLabel('统一社会信用代码').fill('91350100M000100Y44')
  await page.getByRole('group', { name: '已取得营业执照' }).getByLabel('是').check()
  await page.getByLabel('餐饮服务').check()
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('统一社会信用代码的校验位不符')).toBeVisible()
  await page.getByLabel('统一社会信用代码').fill('91350100M000100Y43')
  await expect(page.getByText('已保存，可以以后接着填')).toBeVisible()

  // left, and come back to from the list of the own cases
  await page.goto('/cases')
  await page.getByRole('link', { name: '食品经营许可' }).first().click()
  await expect(page.getByLabel('单位名称')).toHaveValue(firm)
  await expectGoodLook(page)
  await page.setViewportSize(telephone)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '下一步' }).click()

  await page.getByLabel('经营地址').fill('东昌府区兴华西路12号')
  await page.getByLabel('经营面积').fill('86')
  const online = page.getByRole('group', { name: '是否网络经营' })
  await online.getByLabel('是').check()
  await expect(page.getByLabel('网址')).toBeVisible()
  await online.getByLabel('否').check()
  await expect(page.getByLabel('网址')).toHaveCount(0)
  await page.getByRole('button', { name: '下一步' }).click()

  await page.getByRole('button', { name: '添加从业人员' }).click()
  await page.getByLabel('姓名').fill('林小满')
  await page.getByLabel('身份证号').fill('11010519491231002X')
  await page.getByLabel('岗位').fill('厨师')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('经办人姓名').fill('林小满')
  await page.getByLabel('经办人身份证号').fill('11010519491231002X')
  await page.getByLabel('经办人电话').fill('13800138000')
  await page.getByRole('button', { name: '下一步' }).click()

  const layout = page.getByRole('region', { name: '经营场所平面布局图' })
  await layout.locator('input[type=file]').setInputFiles({ ...picture('图.png'), buffer: Buffer.from('MZ\0x') })
  await expect(layout.getByRole('alert')).toBeVisible()
  await layout.locator('input[type=file]').setInputFiles(picture('平面图.png'))
  await expect(layout.getByRole('link', { name: '平面图.png' })).toBeVisible()
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('食品安全管理制度。可以先提交')).toBeVisible()
  await page.getByRole('button', { name: '提交申请' }).click()

  await page.waitForURL(/\/cases\/[0-9a-f-]{36}\/receipt$/)
  await expect(page.getByText('2021年7月13日 前受理')).toBeVisible()
  number = (await page.locator('.receipt__number').textContent()) ?? ''
  expect(number).toMatch(/^20210706-\d{6}$/)
  await expectGoodLook(page)
  await page.getByRole('link', { name: '查看办件' }).click()
  address = page.url()
})

test('the officer asks once for what is missing; the citizen hands it in', async ({ desk }) => {
  const officer = await desk('shenpi', city)
  await officer.goto('/desk/cases')
  await officer.getByRole('row').filter({ hasText: number }).getByRole('link').click()
  await expect(officer.getByText('受理，或者一次告知要补的材料')).toBeVisible()
  for (const text of covered) await expect(officer.locator('main')).not.toContainText(text)
  await actOn(officer, '告知补正', (dialog) => dialog.getByLabel('缺少什么').fill(asked))
  await expect(officer.getByText('已告知补正，等申请人补交')).toBeVisible()

  const citizen = await desk('shimin', city)
  await citizen.setViewportSize(telephone)
  await citizen.goto(address)
  await expect(citizen.getByText('请补正 1 项材料')).toBeVisible()
  await expectGoodLook(citizen)
  await citizen.getByRole('link', { name: '补交材料' }).click()
  await citizen.locator('input[type=file]').setInputFiles(picture('标明面积的布局图.png'))
  await citizen.getByRole('button', { name: '提交补正' }).click()
  await expect(citizen).toHaveURL(address)
  await expect(citizen.getByText('等申请人补正')).toHaveCount(0)
})

test('accepted, reviewed by two departments beside each other, decided by the head; what is covered is shown for a reason', async ({
  desk,
}) => {
  const officer = await desk('shenpi', city)
  await officer.goto(`/desk/cases/${caseId()}`)
  await actOn(officer, '受理')
  await expect(officer.getByRole('heading', { name: '法定期限　20个工作日' })).toBeVisible()
  await officer.getByRole('button', { name: '查看完整内容' }).click()
  await officer.getByLabel('为什么要看').fill('电话联系补正')
  await officer.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click()
  await expect(officer.locator('main')).toContainText('11010519491231002X')
  await actOn(officer, '材料审查', (dialog) => dialog.getByLabel('意见').fill('材料齐全'))
  await expectGoodLook(officer)

  const market = await desk('shichang', city)
  await market.goto(`/desk/cases/${caseId()}`)
  await actOn(market, '现场核查', async (dialog) => {
    await dialog.getByLabel('符合', { exact: true }).check()
  })

  await officer.setViewportSize(desktop)
  await officer.reload()
  await officer.getByRole('button', { name: '拟办意见' }).click()
  const draft = officer.getByRole('dialog', { name: '拟办意见' })
  await expect(officer.locator('.ant-zoom-appear')).toHaveCount(0)
  await draft.getByLabel('准予').check()
  await draft.getByLabel('意见').fill('符合法定条件，建议准予')
  await draft.getByRole('button', { name: '拟好' }).click()
  await expect(officer.getByText('符合法定条件，建议准予')).toBeVisible()

  const head = await desk('shenpijuzhang', city)
  await head.goto('/desk/cases')
  await head.getByRole('row').filter({ hasText: number }).getByRole('link').click()
  await actOn(head, '决定', async (dialog) => {
    await expect(dialog.getByLabel('准予', { exact: true })).toBeChecked()
    await expect(dialog.getByLabel('意见')).toHaveValue('符合法定条件，建议准予')
  })
  await expect(head.getByRole('heading', { name: '决定' })).toBeVisible()
})

test('the applicant sees the decision and every day of the clocks; a stranger finds nothing', async ({ desk }) => {
  const citizen = await desk('shimin', city)
  await citizen.goto(address)
  await expect(citizen.getByText('2021年7月6日 作出')).toBeVisible()
  await citizen.getByText('已结束的期限').click()
  await expect(citizen.getByRole('heading', { name: '受理期限　5个工作日' })).toBeVisible()
  await expect(citizen.getByRole('list', { name: '法定期限，20个工作日' }).getByRole('listitem').first()).toContainText(
    '始日',
  )
  for (const text of covered) await expect(citizen.locator('main')).not.toContainText(text)
  await expectGoodLook(citizen)
  await citizen.goto('/desk/inbox')
  await expect(citizen.getByText(`准予：食品经营许可（${number}）`)).toBeVisible()

  const stranger = await desk('renshe', city)
  expect((await ask(stranger, getCaseEndpoint, { params: { id: caseId() } })).status).toBe(404)
  await stranger.goto(address)
  await expect(stranger.getByRole('heading', { name: '没有这个办件' })).toBeVisible()
})

test('what was granted is a licence: its holder shows two fields, and a stranger without scripts verifies it', async ({
  desk,
  browser,
}) => {
  const citizen = await desk('shimin', city)
  await citizen.goto('/licences')
  await citizen.getByRole('row', { name: firm }).getByRole('link').click()
  await expect(citizen.getByRole('img', { name: '核验二维码' })).toBeVisible()
  await citizen.getByLabel('企业名称').check()
  await citizen.getByLabel('经营地址').check()
  await citizen.getByRole('button', { name: '授权展示' }).click()
  await expect(citizen.getByRole('button', { name: '收回授权' })).toBeVisible()
  const verify = await citizen.getByRole('link', { name: '打开核验页' }).getAttribute('href')

  const context = await browser.newContext({ javaScriptEnabled: false, viewport: telephone })
  const stranger = await context.newPage()
  await stranger.goto(new URL(verify ?? '', citizen.url()).href)
  await expect(stranger.getByText('签名相符')).toBeVisible()
  await expect(stranger.getByText('兴华西路12号')).toBeVisible()
  await stranger.goto(new URL('/licences/verify/forged', citizen.url()).href)
  await expect(stranger.getByText('没有这份证照')).toBeVisible()
  await context.close()

  await citizen.reload()
  await expect(citizen.getByRole('row', { name: '访客' })).toHaveCount(1)
  await expectGoodLook(citizen)
  await citizen.goto(verify ?? '')
  await expectGoodLook(citizen)
})

test('a firm comes to the window with a work injury: identity is checked, a receipt printed, the seven promised days drawn', async ({
  desk,
}) => {
  await moveTo(await desk('guanliyuan', city), '2021-10-11')
  const clerk = await desk('renshechuangkou', city)
  await clerk.goto('/desk/window')
  await clerk.getByRole('link', { name: '工伤认定' }).click()
  await clerk.getByLabel('企业和其他组织').check()
  await clerk.getByLabel('单位名称').fill('聊城东湖机械有限公司')
  await clerk.getByLabel('统一社会信用代码').fill('91350100M000100Y43')
  await clerk.getByLabel('联系电话').fill('0635-8288953')
  await clerk.getByRole('button', { name: '下一步' }).click()
  await expect(clerk.getByText('请先核验身份')).toBeVisible()
  await clerk.getByLabel('营业执照和经办人身份证').check()
  await clerk.getByRole('button', { name: '下一步' }).click()
  await clerk.getByLabel('职工姓名').fill('方小川')
  await clerk.getByLabel('职工身份证号').fill('11010519491231002X')
  await clerk.getByLabel('职工电话').fill('13800138000')
  await clerk.getByRole('button', { name: '下一步' }).click()
  await clerk.getByRole('group', { name: '申请人' }).getByLabel('用人单位').check()
  await clerk.getByRole('textbox', { name: '用人单位' }).fill('聊城东湖机械有限公司')
  await clerk.getByLabel('受伤日期').fill('2021-10-09')
  await clerk.getByLabel('受伤经过').fill('车间搬运时被砸伤左脚')
  await clerk.getByRole('group', { name: '事实清楚' }).getByLabel('是').check()
  await clerk.getByRole('button', { name: '下一步' }).click()
  await clerk
    .getByRole('region', { name: '诊断材料' })
    .locator('input[type=file]')
    .setInputFiles(picture('诊断证明.png'))
  await expect(clerk.getByRole('link', { name: '诊断证明.png' })).toBeVisible()
  await clerk.getByRole('button', { name: '下一步' }).click()
  await clerk.getByRole('button', { name: '收件' }).click()
  await clerk.waitForURL(/\/receipt$/)
  await expect(clerk.locator('.receipt__number')).toHaveText(/^20211011-\d{6}$/)
  await clerk.getByRole('link', { name: '查看办件' }).click()
  await expect(clerk.getByText('窗口核验身份：营业执照和经办人身份证')).toBeVisible()

  const leader = await desk('changwu', city)
  await leader.goto('/desk/cases/loads')
  await expect(leader.getByRole('heading', { level: 1, name: '办件负荷' })).toBeVisible()
  await expect(leader.getByRole('row').filter({ hasText: '市人力资源社会保障局' })).toBeVisible()
  await expectGoodLook(leader)

  const officer = await desk('renshe', city)
  await officer.goto('/desk/cases')
  await officer.getByRole('row').filter({ hasText: '聊城东湖机械有限公司' }).getByRole('link').click()
  await actOn(officer, '受理')
  await expect(officer.getByRole('heading', { name: '承诺期限　7日' })).toBeVisible()
  await expect(officer.getByRole('list', { name: '承诺期限，7日' }).getByRole('listitem')).toHaveCount(8)
  await actOn(officer, '调查核实')
  const head = await desk('renshejuzhang', city)
  await head.goto('/desk/cases')
  await head.getByRole('row').filter({ hasText: '聊城东湖机械有限公司' }).getByRole('link').click()
  await actOn(head, '认定', (dialog) => dialog.getByLabel('认定', { exact: true }).check())
  await expect(head.getByText('决定', { exact: true })).toBeVisible()
})
