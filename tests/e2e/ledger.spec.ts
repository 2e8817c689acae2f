import {
  getTaskEndpoint,
  listDraftsEndpoint,
  listFaultsEndpoint,
  listTasksEndpoint,
} from '@guangyue/modules/ledger/api'
import type { Page } from '@playwright/test'
import { told } from './stage/ask.ts'
import { withSampleIssue } from './stage/gazettes.ts'
import { expectGoodLook } from './stage/look.ts'
import { dialog, field } from './stage/reports.ts'
import { confirmFaultless, draftPane, openClause, pickUnit, selectWords } from './stage/review.ts'
import { expect, test } from './stage/stage.ts'
import { bookBehind, edited, ledgerSheet } from './stage/workbook.ts'

// The whole ledger from a draft nobody has touched, in a program of its own; each step stands on those before it.
test.use({ ownProgram: 'ledger' })
test.describe.configure({ mode: 'serial' })

const clause = '澜政发〔2023〕6号 附件四（四）'
const corrected = '为三十六个老旧小区补办登记'
const counties = ['临澜区', '平陂区', '石浦区', '云溪县', '禾丰县', '青砚县', '柳渡市']

test('beside the draft stands the source, with leads, supports, deadlines and targets lit up where they were read', async ({
  desk,
}) => {
  const page = await desk('dubanshi')
  await withSampleIssue(page)
  await openClause(page, clause)
  const source = page.getByRole('region', { name: /^原文/ })
  const lit = (kind: string, words: string) => source.locator(`.m--${kind}`, { hasText: words })
  for (const words of ['市自然资源局', '市住房城乡建设局']) await expect(lit('lead', words)).toBeVisible()
  for (const words of ['市税务局', '各县（市、区）人民政府']) await expect(lit('supp', words)).toBeVisible()
  for (const words of ['2023年', '2024年6月底前']) await expect(lit('dead', words)).toBeVisible()
  await expect(draftPane(page)).toContainText('拆为 2 项任务')
  await openClause(page, '澜政发〔2023〕6号 附件十（四）')
  await expect(lit('goal', '不少于2家')).toBeVisible()
  await expectGoodLook(page)
})

test('a person corrects and confirms; names, missing leads and open groups are settled, and every measure is a task', async ({
  desk,
}) => {
  test.setTimeout(240_000)
  const page = await desk('dubanshi')
  await openClause(page, clause)
  await page.getByRole('button', { name: '合并为 1 项' }).click()
  await page.keyboard.press('e')
  await page.getByLabel('任务', { exact: true }).fill(corrected)
  await page.keyboard.press('Escape')
  await selectWords(page, '解决36个小区')
  await page.keyboard.press('4')
  await expect(
    draftPane(page)
      .getByLabel(/目标：数值/)
      .first(),
  ).toHaveValue('36')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已核 1', { exact: true })).toBeVisible()

  const { counts } = await told(page, listDraftsEndpoint, { query: { limit: 1 } })
  await confirmFaultless(page)
  await page.getByRole('button', { name: /列出其余/ }).click()
  const decision = (words: string) => page.getByRole('listitem').filter({ hasText: words })
  await decision('“市投资服务中心”对应多个机构').getByRole('button', { name: '认作市投资促进服务中心' }).click()
  await expect(decision('“市投资服务中心”对应多个机构')).toHaveCount(0)
  await decision('“市园林绿化中心”不在机构名录中').getByRole('button', { name: '认作…' }).click()
  await pickUnit(page, '市城市管理局')
  await expect(decision('“市园林绿化中心”不在机构名录中')).toHaveCount(0)

  for (const label of [
    '澜政办发〔2023〕10号 一10',
    '澜政办发〔2023〕9号 五（二十二）',
    '澜政发〔2023〕6号 附件十（五）',
  ])
    await giveLead(page, label, '市市场监管局')
  const { items } = await told(page, listDraftsEndpoint, { query: { limit: 500 } })
  for (const { cite } of items.filter(({ state }) => state === 'draft')) await confirmOpen(page, cite.label)

  expect((await told(page, listFaultsEndpoint)).items).toEqual([])
  const after = (await told(page, listDraftsEndpoint, { query: { limit: 1 } })).counts
  expect([after.confirmed, after.waiting]).toEqual([counts.all, 0])
  const cited = new Set((await allTasks(page)).map(({ cite }) => cite.label))
  expect(cited.size).toBe(counts.all)
})

test('a task names its leads, its supports with the members of a group, its deadline, its target and its clause', async ({
  desk,
}) => {
  const page = await desk('dubanshi')
  await page.goto(`/desk/ledger/tasks/${await taskId(page)}`)
  const aside = page.getByRole('complementary', { name: '出处与责任' })
  for (const name of ['澜川市自然资源局', '澜川市住房和城乡建设局', '国家税务总局澜川市税务局', ...counties]) {
    await expect(aside).toContainText(name)
  }
  await expect(aside).toContainText('各县（市、区）人民政府')
  await expect(aside.getByRole('link', { name: clause })).toBeVisible()
  await expect(page.getByRole('region', { name: '目标' })).toContainText('≥ 36')
  for (const day of ['2023年12月31日', '2024年6月30日']) await expect(page.locator('main')).toContainText(day)
  await expectGoodLook(page)
})

test('a department breaks its part down further, and the unit below finds it', async ({ desk }) => {
  const lead = await desk('zhujian')
  await lead.goto(`/desk/ledger/tasks/${await taskId(lead)}`)
  await lead.getByRole('button', { name: '更多' }).click()
  await lead.getByRole('menuitem', { name: '分解到各单位' }).click()
  for (const county of ['临澜区', '云溪县']) {
    await field(lead, '由哪些单位分别承担').fill(county)
    await lead.locator('.ant-select-item-option', { hasText: county }).first().click()
  }
  await expect(dialog(lead).getByText('分解为 2 项')).toBeVisible()
  await dialog(lead).getByRole('button', { name: '分解为 2 项' }).click()
  await expect(dialog(lead)).toHaveCount(0)
  await expect(lead.getByRole('region', { name: /^分解到各单位/ }).getByRole('listitem')).toHaveCount(2)

  const county = await desk('linlan')
  const part = `${corrected}（临澜区）`
  await county.goto('/desk/ledger')
  await county.getByRole('link', { name: part }).click()
  await expect(county.getByRole('heading', { level: 1 })).toHaveText(part)
  await expect(county.getByRole('complementary', { name: '出处与责任' })).toContainText(clause)
  await expectGoodLook(county)
})

test('the ledger goes out as a spreadsheet, parts and all, and comes back as a difference that a person accepts', async ({
  desk,
}) => {
  const page = await desk('dubanshi')
  const all = await allTasks(page)
  const id = await taskId(page)
  const part = all.find(({ title }) => title === `${corrected}（临澜区）`)
  await page.goto('/desk/ledger')
  const { book } = await bookBehind(page, '导出')
  const { sheet, headAt, cell, rowOf } = ledgerSheet(book)
  expect(sheet.rowCount - headAt).toBe(all.length)
  expect(cell(rowOf(part?.id), '牵头单位').text).toContain('临澜区')
  expect(cell(rowOf(id), '责任单位').text).toContain('各县（市、区）人民政府')
  cell(rowOf(id), '任务').value = '为老旧小区补办登记'
  cell(rowOf(id), '责任单位').value = '市税务局、各县（市、区）人民政府'
  cell(rowOf(part?.id), '时限').value = '2023-10-31'

  await page.goto('/desk/ledger/return')
  await page.locator('input[type=file]').setInputFiles(await edited(book, '改过的台账.xlsx'))
  const line = (words: string) => page.getByRole('listitem').filter({ hasText: words }).first()
  await expect(line('为老旧小区补办登记').locator('del').first()).toHaveText(corrected)
  await expect(line('2023-10-31')).toContainText('临澜区')
  await page.getByRole('button', { name: '全部采纳' }).click()
  await expect(page.getByText('已采纳：改动 2 项')).toBeVisible()
  const task = await told(page, getTaskEndpoint, { params: { id } })
  expect(task.title).toBe('为老旧小区补办登记')
  const supports = task.parties.filter(({ role }) => role === 'support').map(({ body, name }) => body?.name ?? name)
  const expected = ['国家税务总局澜川市税务局', ...counties.map((county) => `${county}人民政府`)]
  expect([...supports].sort()).toEqual(expected.sort())
  const changed = await told(page, getTaskEndpoint, { params: { id: part?.id ?? '' } })
  expect(changed.due).toBe('2023-10-31')
  expect(await allTasks(page)).toHaveLength(all.length)
})

/** The task with the target and both dates of the clause. */
async function taskId(page: Page): Promise<string> {
  const found = (await allTasks(page)).find(({ cite, title }) => cite.label === clause && title === corrected)
  return found?.id ?? ''
}

/** Every task that one sees, page after page. */
async function allTasks(page: Page) {
  const first = await told(page, listTasksEndpoint, { query: { limit: 200 } })
  const items = [...first.items]
  for (let next = first.next; next !== null; ) {
    const more = await told(page, listTasksEndpoint, { query: { limit: 200, after: next } })
    items.push(...more.items)
    next = more.next
  }
  return items
}

/** Names a lead for all tasks of a clause where none is printed, and confirms. */
async function giveLead(page: Page, label: string, name: string): Promise<void> {
  await openClause(page, label)
  await page.getByRole('button', { name: '合并为 1 项' }).click()
  await page.keyboard.press('e')
  await page.getByLabel('牵头', { exact: true }).fill(name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.locator('.ant-select-open')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+s')
  await expect(draftPane(page).locator('dd', { hasText: name }).first()).toBeVisible()
  await confirmOpen(page, label)
}

/** Confirms a clause by the keyboard. */
async function confirmOpen(page: Page, label: string): Promise<void> {
  await openClause(page, label)
  await page.keyboard.press('Control+Enter')
  const state = async () => {
    const { items } = await told(page, listDraftsEndpoint, { query: { limit: 500 } })
    return items.find(({ cite }) => cite.label === label)?.state
  }
  await expect.poll(state).toBe('confirmed')
}
