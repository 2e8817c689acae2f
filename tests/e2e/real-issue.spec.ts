import { readFileSync } from 'node:fs'
import { listRecordsEndpoint } from '@guangyue/modules/gazette/api'
import { listDocumentsEndpoint, listDraftsEndpoint, listTasksEndpoint } from '@guangyue/modules/ledger/api'
import { told } from './stage/ask.ts'
import { countsOf, dropGazette, printed, realIssue, realIssueAbsent } from './stage/gazettes.ts'
import { confirmFaultless, draftPane, openClause } from './stage/review.ts'
import { expect, test } from './stage/stage.ts'

// The pack brings the ledger of the real issue as facts; its text, where it lies beside the repository, fills them in.
test.describe.configure({ mode: 'serial' })

test('a fresh install shows the ledger of 252 measures before any text is held', async ({ desk, visitor }) => {
  const page = await desk('dubanshi', 'liaocheng')
  const { documents } = await told(page, listRecordsEndpoint)
  expect(documents.filter(({ textVersion }) => textVersion > 0)).toEqual([])
  await page.goto('/desk/ledger/review')
  await expect(page.getByText('252 条措施')).toBeVisible()
  await expect(page.getByText(/正文尚未导入，这里是已登记的事实/)).toBeVisible()
  const reader = await visitor('liaocheng')
  await reader.goto(documents[0]?.url ?? '')
  await expect(reader.getByText('这份文件只登记了题名、文号等信息，没有收录全文')).toBeVisible()
})

test('the real text: 252 measures, the drafts of the pack matched, a correction kept, nothing doubled', async ({
  desk,
  visitor,
}) => {
  test.skip(realIssueAbsent !== '', realIssueAbsent)
  const page = await desk('dubanshi', 'liaocheng')
  const before = await countsOf(page)
  expect(before.measures).toBe(252)
  await openClause(page, '聊政发〔2021〕7号 附件一（一）')
  await page.keyboard.press('e')
  await page.getByLabel('任务', { exact: true }).first().fill('导入前改过的任务')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('可以确认').or(page.getByText('有修改未保存'))).toBeVisible()

  const imported = await dropGazette(page, realIssue)
  expect(imported.stage).toBe('drafted')
  expect([imported.counts.documents, imported.counts.measures]).toEqual([9, 252])
  expect([imported.counts.appointments, imported.counts.chronicle]).toEqual([34, 38])
  const after = await countsOf(page)
  expect([after.issues, after.measures, after.tasks]).toEqual([before.issues, 252, before.tasks])
  const { documents } = await told(page, listRecordsEndpoint)
  expect(new Set(documents.map(({ number, title }) => number ?? title)).size).toBe(documents.length)

  await openClause(page, '聊政发〔2021〕7号 附件一（一）')
  await expect(page.locator('.m--lead').first()).toBeVisible()
  await expect(draftPane(page)).toContainText('导入前改过的任务')

  expect((await dropGazette(page, realIssue)).outcome).toBe('same')
  expect(await countsOf(page)).toEqual(after)

  const { items } = await told(page, listDocumentsEndpoint)
  const plan = items.find(({ number }) => number === '聊政发〔2021〕7号')
  const reader = await visitor('liaocheng')
  await reader.goto(plan?.href ?? '')
  await expect(reader.locator('.prov').first()).toBeVisible()
})

test('the same issue printed as a pdf is the same issue: nothing doubled, nothing lost', async ({ desk, browser }) => {
  test.skip(realIssueAbsent !== '', realIssueAbsent)
  const page = await desk('dubanshi', 'liaocheng')
  const before = await countsOf(page)
  const { counts, stage } = await dropGazette(page, await printed(browser, readFileSync(realIssue, 'utf8')))
  expect([stage, counts.documents, counts.measures]).toEqual(['drafted', 9, 252])
  expect([counts.appointments, counts.chronicle]).toEqual([34, 38])
  const { issues, documents, measures, tasks } = await countsOf(page)
  expect({ issues, documents, measures, tasks }).toEqual({
    issues: before.issues,
    documents: before.documents,
    measures: before.measures,
    tasks: before.tasks,
  })
})

test('whatever has no fault is confirmed at once; groups stand for their members', async ({ desk }) => {
  test.skip(realIssueAbsent !== '', realIssueAbsent)
  const page = await desk('dubanshi', 'liaocheng')
  await page.goto('/desk/ledger/review')
  await confirmFaultless(page)
  const { counts } = await told(page, listDraftsEndpoint, { query: { limit: 1 } })
  expect(counts.confirmed).toBeGreaterThan(200)
  const county = await desk('dongchangfu', 'liaocheng')
  const { figures } = await told(county, listTasksEndpoint, { query: { limit: 1 } })
  expect(figures.all).toBeGreaterThan(0)
  await county.goto('/desk/ledger')
  await expect(county.getByText(`${figures.all} 项`, { exact: true })).toBeVisible()
})
