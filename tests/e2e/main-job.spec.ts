import {
  getTaskEndpoint,
  listBodiesEndpoint,
  listDocumentsEndpoint,
  listDraftsEndpoint,
  listFaultsEndpoint,
  listTasksEndpoint,
} from '@guangyue/modules/ledger/api'
import { ask, told } from './stage/ask.ts'
import { anotherIssue, dropGazette, issueFile } from './stage/gazettes.ts'
import { confirmFaultless, draftPane, openClause, pickUnit, selectWords } from './stage/review.ts'
import { expect, signIn, test } from './stage/stage.ts'

// From the file to a released task, step by step; each step stands on those before it.
test.describe.configure({ mode: 'serial' })

const points = '澜政办发〔2023〕10号'
const corrected = '改由一个窗口受理'

test('signs in, drops another issue, watches it being read, and comes to the draft', async ({ page }) => {
  await signIn(page, 'dubanshi')
  await expect(page).toHaveURL(/\/desk/)
  await page.getByRole('link', { name: '导入公报' }).click()
  await page.locator('input[type=file]').setInputFiles(anotherIssue())
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByText('新收录 10 份文件')).toBeVisible({ timeout: 90_000 })
  await page.getByRole('link', { name: '核对台账草稿' }).click()
  await expect(page.locator('.m--lead').first()).toBeVisible()
})

test('an unknown name is resolved once, for all drafts and for later', async ({ desk }) => {
  const page = await desk('dubanshi')
  await page.goto('/desk/ledger/review')
  const more = page.getByRole('button', { name: /列出其余/ })
  await more.click()
  const row = page.getByRole('listitem').filter({ hasText: '“市园林绿化中心”不在机构名录中' })
  await row.getByRole('button', { name: '认作…' }).click()
  await pickUnit(page, '市城市管理局')
  await expect(page.getByText(/已认定并记住，用于 \d+ 条措施/)).toBeVisible()
  await expect(row).toHaveCount(0)

  const twins = page.getByRole('listitem').filter({ hasText: '“市投资服务中心”对应多个机构' })
  await expect(twins.getByRole('button', { name: '认作市投资评审服务中心' })).toBeVisible()
  await twins.getByRole('button', { name: '认作市投资促进服务中心' }).click()
  await expect(twins).toHaveCount(0)

  await dropGazette(page, issueFile('txt'))
  const names = (await told(page, listFaultsEndpoint)).items.map(({ name }) => name)
  expect(names).not.toContain('市园林绿化中心')
  expect(names).not.toContain('市投资服务中心')
})

test('where no lead is printed a person names one', async ({ desk }) => {
  const page = await desk('dubanshi')
  await openClause(page, `${points} 一10`)
  await expect(page.getByText('没有牵头单位，请指定一个').first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('牵头单位还没有确定，不能确认')).toBeVisible()

  await page.getByRole('button', { name: '合并为 1 项' }).click()
  await page.keyboard.press('e')
  await page.getByLabel('牵头', { exact: true }).fill('市市场监管局')
  await page.keyboard.press('Enter')
  // the first closes the list of units, the second the form
  await page.keyboard.press('Escape')
  await expect(page.locator('.ant-select-open')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+s')
  await expect(draftPane(page).locator('dd', { hasText: '市市场监管局' }).first()).toBeVisible()
  await expect(page.getByText('可以确认')).toBeVisible()
})

test('words of the clause are marked by the keys 1 to 4, a task is split and merged', async ({ desk }) => {
  const page = await desk('dubanshi')
  await openClause(page, `${points} 一1`)
  const pane = draftPane(page)
  await expect(pane).toContainText('拆为 2 项任务')
  await page.getByRole('button', { name: '合并为 1 项' }).click()
  await expect(pane).toContainText('1 项任务')

  await selectWords(page, '平陂区人民政府')
  await page.keyboard.press('1')
  await expect(pane.locator('.ant-select').filter({ hasText: '平陂区人民政府' }).first()).toBeVisible()
  await selectWords(page, '9月底前')
  await page.keyboard.press('3')
  await selectWords(page, '补装路灯6200盏')
  await page.keyboard.press('4')
  await expect(pane.getByLabel(/目标：数值/).last()).toHaveValue('6200')
  await selectWords(page, '石浦区人民政府')
  await page.keyboard.press('2')

  await selectWords(page, '补装路灯6200盏')
  await page.keyboard.press('s')
  await expect(pane).toContainText('拆为 2 项任务')
  await page.keyboard.press('m')
  await expect(pane).toContainText('1 项任务')
  await page.getByRole('button', { name: '放弃修改' }).click()
  await expect(pane).toContainText('拆为 2 项任务')
})

test('corrects by keyboard, confirms, and confirms at once whatever has no fault', async ({ desk }) => {
  const page = await desk('dubanshi')
  await openClause(page, `${points} 一2`)
  await page.keyboard.press('e')
  await page.getByLabel('任务', { exact: true }).first().fill(corrected)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已核 1', { exact: true })).toBeVisible()
  expect((await told(page, listTasksEndpoint, { query: { text: corrected } })).items).toHaveLength(1)

  const before = (await told(page, listDraftsEndpoint, { query: { limit: 1 } })).counts
  await confirmFaultless(page)
  const after = (await told(page, listDraftsEndpoint, { query: { limit: 1 } })).counts
  expect(after.waiting).toBe(before.faulty)
  expect(after.confirmed).toBe(before.all - before.faulty)
})

test('departments see theirs and nothing else', async ({ desk }) => {
  const office = await desk('dubanshi')
  const officer = await desk('zhujian')
  const { items: units } = await told(office, listBodiesEndpoint)
  const own = units.find(({ name }) => name === '市住房城乡建设局')?.id
  const theirs = await told(officer, listTasksEndpoint, { query: { limit: 200 } })
  const asked = await told(office, listTasksEndpoint, { query: { body: own, as: 'any', limit: 200 } })
  expect(theirs.figures.all).toBeGreaterThan(0)
  expect(theirs.items.map(({ id }) => id).sort()).toEqual(asked.items.map(({ id }) => id).sort())

  const seen = new Set(theirs.items.map(({ id }) => id))
  const { items: all } = await told(office, listTasksEndpoint, { query: { limit: 200 } })
  const foreign = all.find(({ id }) => !seen.has(id))?.id ?? ''
  expect((await ask(officer, getTaskEndpoint, { params: { id: foreign } })).status).toBe(404)
  await officer.goto(`/desk/ledger/tasks/${foreign}`)
  await expect(officer.getByText('没有这项任务，或者它不属于您能查看的范围')).toBeVisible()

  await officer.goto('/desk/ledger')
  await expect(officer.getByText(`${theirs.figures.all} 项`, { exact: true })).toBeVisible()
  await expect(officer.getByRole('link', { name: '核对草稿' })).toHaveCount(0)
})

test('the public sees nothing, then what is promised, then how it stands, then nothing again', async ({
  desk,
  visitor,
}) => {
  const page = await desk('dubanshi')
  const { items } = await told(page, listDocumentsEndpoint)
  const { id = '' } = items.find(({ number }) => number === points) ?? {}
  const { items: tasks } = await told(page, listTasksEndpoint, { query: { document: id, text: corrected } })
  const task = tasks[0]
  const clause = task?.cite.href ?? ''
  const reader = await visitor()
  const publicTask = `/ledger/tasks/${task?.id}`
  const choose = async (step: '不公开' | '公开任务' | '公开进展') => {
    await page.goto('/desk/release')
    await page
      .getByRole('radiogroup', { name: `${points}的公开范围` })
      .getByText(step, { exact: true })
      .click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('公众将看到')
    await dialog.getByRole('button', { name: step }).click()
    await expect(dialog).toHaveCount(0)
  }
  const expectHidden = async () => {
    await reader.goto(clause)
    await expect(reader.getByText(corrected)).toHaveCount(0)
    expect((await reader.goto(publicTask))?.status()).toBe(404)
    await reader.goto(`/search?q=${encodeURIComponent(corrected)}`)
    await expect(reader.locator('main ol').getByText(corrected)).toHaveCount(0)
  }

  await expectHidden()
  await choose('公开任务')
  await reader.goto(clause)
  await expect(reader.getByRole('link', { name: corrected })).toBeVisible()
  await reader.goto(publicTask)
  await expect(reader.getByRole('heading', { name: corrected })).toBeVisible()
  await expect(reader.getByText('确认并分办')).toHaveCount(0)

  await choose('公开进展')
  await reader.goto(clause)
  await reader.getByRole('link', { name: corrected }).click()
  await expect(reader.locator('.light').first()).toBeVisible()

  await choose('不公开')
  await expectHidden()
})
