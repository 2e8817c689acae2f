import { randomUUID } from 'node:crypto'
import { meEndpoint } from '@guangyue/modules/identity/api'
import { confirmMeasureEndpoint, getMeasureEndpoint } from '@guangyue/modules/ledger/api'
import {
  listInspectionsEndpoint,
  saveInspectionEndpoint,
  takeFindingStepEndpoint,
} from '@guangyue/modules/ledger/inspections/api'
import { listProblemsEndpoint } from '@guangyue/modules/ledger/problems/api'
import type { Locator, Page } from '@playwright/test'
import exceljs from 'exceljs'
import { ask, told } from './stage/ask.ts'
import { draftByHand } from './stage/by-hand.ts'
import { expectGoodLook } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'

// Each step stands on those before it.
test.describe.configure({ mode: 'serial' })

const owner = '市住房城乡建设局'
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: png })
const noPicture = { name: '现场.png', mimeType: 'image/png', buffer: Buffer.from('MZ\0x') }
const telephone = { width: 390, height: 844 }
const desktop = { width: 1440, height: 900 }

const title = '施工许可窗口全部开放'
const found = '四个窗口只开了两个，排队四十分钟'
const problem = '图纸联审系统尚未与省平台接通'
let taskId = ''
let inspectionPage = ''
let findingPage = ''

test('a plan comes first: the office names team, units, task and who verifies', async ({ desk }) => {
  const office = await desk('dubanshi')
  const measureId = await draftByHand(office, title, owner)
  const { version } = await told(office, getMeasureEndpoint, { params: { id: measureId } })
  const confirmed = await told(office, confirmMeasureEndpoint, { params: { id: measureId }, body: { version } })
  taskId = confirmed.taskIds[0] ?? ''

  await office.goto('/desk/ledger/inspections')
  await plan(office, '施工许可第一次明察暗访')
  await expect(office).toHaveURL(/\/ledger\/inspections\/[0-9a-f-]{36}/)
  inspectionPage = office.url()
  await expect(office.getByText('看窗口、问群众、查台账')).toBeVisible()
  await expectGoodLook(office)

  // the same unit for the same document again within the month is warned of, and needs a reason
  await office.setViewportSize(desktop)
  await office.goto('/desk/ledger/inspections')
  const dialog = await plan(office, '施工许可再次暗访')
  await expect(dialog.getByText('一个月内已就同一文件督查').first()).toBeVisible()
  expect((await told(office, listInspectionsEndpoint)).items.map((one) => one.title)).not.toContain('施工许可再次暗访')
})

async function plan(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: '登记方案' }).click()
  const dialog = page.getByRole('dialog', { name: '登记督查方案' })
  await dialog.getByLabel('名称').fill(name)
  await dialog.getByLabel('方案', { exact: true }).fill('看窗口、问群众、查台账')
  await type(dialog.getByLabel('地点'), '政务服务大厅')
  await type(dialog.getByLabel('督查组'), '何以宁')
  await type(dialog.getByLabel('督查组'), '特邀监督员')
  await pick(dialog.getByLabel('被督查单位'), owner)
  await dialog.getByLabel('有关任务').fill(title)
  await page.locator('.ant-select-item-option', { hasText: title }).first().click()
  await dialog.getByLabel('有关任务').blur()
  await pick(dialog.getByLabel('核验单位'), '市水务局')
  await dialog.getByRole('button', { name: /保\s*存/ }).click()
  return dialog
}

/** Looks for a choice and takes it when it is there. */
async function pick(field: Locator, words: string): Promise<void> {
  await field.fill(words)
  await field.page().locator('.ant-select-item-option:visible', { hasText: words }).first().click()
  await field.blur()
}

/** Types into a choice and takes the first that fits. */
async function type(field: Locator, words: string): Promise<void> {
  await field.fill(words)
  await field.press('Enter')
  await field.blur()
}

test('on the spot, on a telephone: a finding with a photograph; what is no picture is refused, nothing typed is lost', async ({
  desk,
}) => {
  const office = await desk('dubanshi')
  await office.setViewportSize(telephone)
  await office.goto(inspectionPage)
  await office.getByRole('button', { name: '登记发现' }).click()
  await office.getByLabel('发现的问题').fill(found)
  const pictures = office.getByRole('region', { name: '登记发现' }).locator('input[type=file]')
  await pictures.setInputFiles(noPicture)
  await office.getByRole('button', { name: '交办责任单位' }).click()
  await expect(office.getByText('这不是可以接收的文件').first()).toBeVisible()
  await expect(office.getByLabel('发现的问题')).toHaveValue(found)
  await office.getByRole('button', { name: '去掉 现场.png' }).click()
  await pictures.setInputFiles(picture('窗口.png'))
  await expect(office.getByText('发现已经登记并交办，照片还没有传完')).toBeVisible()
  await expectGoodLook(office)
  await office.setViewportSize(telephone)
  await office.getByRole('button', { name: '上传照片' }).click()
  await expect(office.getByRole('region', { name: '登记发现' })).toHaveCount(0)
  const link = office.getByRole('link', { name: found })
  await expect(link).toHaveCount(1)
  await link.click()
  await expect(office.getByRole('img', { name: /现场照片 1/ })).toBeVisible()
  findingPage = office.url()
})

test('the owner is told, writes and attaches; its head signs, and not the one who wrote', async ({ desk }) => {
  const officer = await desk('zhujian')
  await expect(async () => {
    await officer.goto('/desk/inbox')
    await expect(officer.getByText(/督查发现交办本单位：施工许可第一次明察暗访/)).toBeVisible({ timeout: 2000 })
  }).toPass()
  await officer.goto(findingPage)
  await expect(officer.getByText('看窗口、问群众')).toHaveCount(0)
  await officer.getByLabel('怎样整改的（由负责人签报）').fill('四个窗口已经全部开放')
  await officer.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(officer.getByText('还没有证明材料，附上后才能签报')).toBeVisible()
  const files = officer.getByRole('region', { name: '整改情况' }).locator('input[type=file]')
  await files.setInputFiles(noPicture)
  await expect(officer.getByText('这不是可以接收的文件').first()).toBeVisible()
  await files.setInputFiles(picture('四个窗口.png'))
  await expect(officer.getByText('等市住房城乡建设局的负责人签报')).toBeVisible()
  await expect(officer.getByRole('button', { name: '签报整改' })).toHaveCount(0)
  await expectGoodLook(officer)

  const head = await desk('zhujianjuzhang')
  await head.goto(findingPage)
  await step(head, '签报整改')
  await expect(head.getByText('已报整改，待核验').first()).toBeVisible()
  await expect(head.getByRole('button', { name: '核验通过' })).toHaveCount(0)
  const id = findingPage.split('/').at(-1) ?? ''
  const own = { version: 3, step: 'verify' as const, words: '自己看过了' }
  const refused = await ask(head, takeFindingStepEndpoint, { params: { id }, body: own })
  expect([refused.status, refused.body.code]).toEqual([403, 'ledger.owner-cannot-verify'])
})

async function step(page: Page, label: string, words?: string): Promise<void> {
  await page.getByRole('button', { name: label }).click()
  const dialog = page.getByRole('dialog', { name: label })
  if (words !== undefined) await dialog.getByRole('textbox').fill(words)
  await dialog.getByRole('button', { name: label }).click()
  await expect(dialog).toHaveCount(0)
}

test('another unit sends it back and then verifies, the office closes, the problem is solved', async ({ desk }) => {
  const verifier = await desk('shuiwu')
  await verifier.goto(findingPage)
  await step(verifier, '退回整改', '照片上只有三个窗口')
  const head = await desk('zhujianjuzhang')
  await head.goto(findingPage)
  await expect(head.getByText('整改被退回：照片上只有三个窗口')).toBeVisible()
  await step(head, '签报整改')
  await verifier.reload()
  await step(verifier, '核验通过', '现场复核，四个窗口均已开放')
  await expect(verifier.getByText('已核验，待销号').first()).toBeVisible()
  await expect(verifier.getByRole('button', { name: '销号' })).toHaveCount(0)

  const office = await desk('dubanshi')
  const asked = { query: { task: taskId } }
  expect((await told(office, listProblemsEndpoint, asked)).items.map(({ state }) => state)).toEqual(['reported'])
  await office.goto(findingPage)
  await step(office, '销号')
  await expect(office.getByText('已销号').first()).toBeVisible()
  const [solved] = (await told(office, listProblemsEndpoint, asked)).items
  expect([solved?.state, solved?.text]).toEqual(['solved', found])
})

test('the list of findings goes out as a spreadsheet and onto paper; a leader looks and acts on nothing', async ({
  desk,
}) => {
  const leader = await desk('fenguan')
  await leader.goto('/desk/ledger/inspections?show=findings')
  await expect(leader.getByRole('link', { name: found })).toBeVisible()
  const [file] = await Promise.all([
    leader.waitForEvent('download'),
    leader.getByRole('link', { name: '导出督导清单' }).click(),
  ])
  const rows = await rowsOf(await file.path())
  expect(rows.find((row) => row.includes(found))).toEqual(expect.arrayContaining([owner, '已销号', title]))

  await leader.getByRole('link', { name: '打印督导清单' }).click()
  await expect(leader.getByRole('cell', { name: found })).toBeVisible()
  await expectGoodLook(leader)
  await leader.setViewportSize(desktop)
  await leader.emulateMedia({ media: 'print' })
  await expect(leader.getByRole('cell', { name: found })).toBeVisible()
  await expect(leader.getByRole('heading', { name: /督导清单$/, level: 2 })).toBeVisible()
  await expect(leader.locator('.side, .work__top').filter({ visible: true })).toHaveCount(0)
  expect((await leader.getByRole('table').first().boundingBox())?.width).toBeGreaterThan(1000)
  await leader.emulateMedia({ media: null })

  await leader.goto(findingPage)
  await expect(leader.getByText('四个窗口已经全部开放')).toBeVisible()
  await expect(leader.locator('.work__top').getByRole('button')).toHaveCount(0)
  await expect(leader.locator('input[type=file]')).toHaveCount(0)

  const stranger = await desk('renshe')
  await stranger.goto(findingPage)
  await expect(stranger.getByText('没有这条督查发现，或者它不属于您能查看的范围')).toBeVisible()
})

test('experts, interviews and third parties give findings as well', async ({ desk }) => {
  const office = await desk('dubanshi')
  const { account, today } = await told(office, meEndpoint)
  for (const [kind, label] of [
    ['experts', '专家论证'],
    ['interviews', '企业访谈'],
    ['third-party', '第三方监测'],
  ] as const) {
    const id = randomUUID()
    const plan = {
      version: null,
      kind,
      title: `${label}一次`,
      plan: '听意见',
      fromDay: today,
      toDay: today,
      graceDays: 3,
    }
    const nobody = { places: [], bodyIds: [], documentIds: [], taskIds: [], verifierBodyId: null, repeatReason: null }
    const body = { ...plan, ...nobody, members: [{ name: '特邀专家', accountId: null }] }
    await told(office, saveInspectionEndpoint, { params: { id }, body })
    await office.goto(`/desk/ledger/inspections/${id}`)
    await office.getByRole('button', { name: '登记发现' }).click()
    await office.getByLabel('发现的问题').fill(`${label}中反映的问题`)
    await pick(office.getByLabel('责任单位'), account.bodyName ?? '')
    await office.getByLabel('或依据的条款').fill('澜政发〔2023〕6号 一（一）')
    await office.getByRole('button', { name: '交办责任单位' }).click()
    await expect(office.getByRole('link', { name: `${label}中反映的问题` })).toBeVisible()
  }
  await office.goto('/desk/ledger/inspections?show=findings&kind=third-party')
  await expect(office.getByRole('link', { name: '第三方监测中反映的问题' })).toBeVisible()
  await expect(office.getByRole('link', { name: '企业访谈中反映的问题' })).toHaveCount(0)
})

test('a problem by hand: added on the task, a remedy set and done, reported solved, confirmed by another', async ({
  desk,
}) => {
  const office = await desk('dubanshi')
  await office.setViewportSize(desktop)
  await office.goto(`/desk/ledger/tasks/${taskId}`)
  await office.getByRole('button', { name: '登记问题' }).click()
  const added = office.getByRole('dialog', { name: '登记问题' })
  await added.getByLabel('问题', { exact: true }).fill(problem)
  await pick(added.getByLabel('责任单位'), owner)
  await added.getByRole('button', { name: /登\s*记/ }).click()
  await expect(office.getByRole('link', { name: problem })).toBeVisible()

  const officer = await desk('zhujian')
  await officer.goto('/desk/ledger/lists?list=problems&state=waiting')
  await expect(officer.getByRole('link', { name: problem })).toBeVisible()
  await expectGoodLook(officer)
  await officer.setViewportSize(desktop)
  await officer.getByRole('link', { name: problem }).click()
  await expect(officer.getByRole('complementary').getByRole('link', { name: title, exact: true })).toBeVisible()
  await expect(officer.getByText(`责任单位 ${owner}`)).toBeVisible()
  await officer.getByRole('button', { name: '定整改措施' }).click()
  const remedy = officer.getByRole('dialog', { name: '定整改措施' })
  await remedy.getByLabel('措施', { exact: true }).fill('完成接口改造并联调')
  await remedy.getByRole('button', { name: /保\s*存/ }).click()
  await expect(remedy).toHaveCount(0)
  await officer.getByRole('button', { name: '已完成' }).click()
  const done = officer.getByRole('dialog', { name: '登记完成情况' })
  await done.getByLabel('做了什么').fill('接口已经联调通过')
  await done.getByRole('button', { name: /保\s*存/ }).click()
  await expect(officer.getByText('接口已经联调通过').first()).toBeVisible()
  await step(officer, '报告已解决', '已与省平台接通')
  await expect(officer.getByText('已报解决，待确认').first()).toBeVisible()
  await expect(officer.getByRole('button', { name: '确认解决' })).toHaveCount(0)
  await expectGoodLook(officer)

  await office.goto('/desk/ledger/lists?list=remedies')
  await office.getByRole('link', { name: '完成接口改造并联调' }).click()
  await step(office, '确认解决')
  await expect(office.getByText('已解决').first()).toBeVisible()
})

test('three lists of one unit: tasks lead to its board, each list goes out as a spreadsheet', async ({ desk }) => {
  const leader = await desk('fenguan')
  await leader.setViewportSize(desktop)
  await leader.goto('/desk/ledger/lists')
  await expect(leader.getByRole('link', { name: owner, exact: true })).toBeVisible()
  await expectGoodLook(leader)
  await leader.setViewportSize(desktop)
  for (const [list, word] of [
    ['责任清单', owner],
    ['问题清单', problem],
    ['措施清单', '完成接口改造并联调'],
  ] as const) {
    await leader.getByRole('navigation', { name: '三清单' }).getByRole('link', { name: list }).click()
    await expect(leader.getByText(word).first()).toBeVisible()
    const [file] = await Promise.all([
      leader.waitForEvent('download'),
      leader.getByRole('link', { name: `导出${list}` }).click(),
    ])
    expect((await rowsOf(await file.path())).flat()).toContain(word)
  }
  await expect(leader.getByRole('button', { name: '登记问题' })).toHaveCount(0)
  await leader.goto('/desk/ledger/lists')
  await leader.getByRole('link', { name: owner, exact: true }).click()
  await expect(leader).toHaveURL(/\/desk\/ledger\?body=/)
  // The unit may have more tasks than one page of the board.
  await leader.goto(`${leader.url()}&text=${encodeURIComponent(title)}`)
  await expect(leader.getByRole('link', { name: title })).toBeVisible()
})

async function rowsOf(path: string): Promise<string[][]> {
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(path)
  return (book.worksheets[0]?.getRows(1, 3000) ?? []).map((row) =>
    Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1).text),
  )
}
