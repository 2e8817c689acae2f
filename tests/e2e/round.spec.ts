import {
  confirmMeasureEndpoint,
  getDocumentEndpoint,
  getMeasureEndpoint,
  listDraftsEndpoint,
  listTasksEndpoint,
  releaseDocumentEndpoint,
} from '@guangyue/modules/ledger/api'
import { nameCommanderEndpoint } from '@guangyue/modules/ledger/charges/api'
import { listPeriodsEndpoint } from '@guangyue/modules/ledger/dispatch/api'
import { listIndicatorsEndpoint } from '@guangyue/modules/ledger/overview/api'
import type { Page } from '@playwright/test'
import { told } from './stage/ask.ts'
import { expectGoodLook } from './stage/look.ts'
import { askToSign, dialog, field, openFromWorkbench, sign, standing } from './stage/reports.ts'
import { expect, test } from './stage/stage.ts'
import { moveTo } from './stage/time.ts'

/** A clause of 获得电力: led by 市发展改革委, supported by 市行政审批局 among others; its commander is 常务副市长. */
const clause = '聊政发〔2021〕7号 附件三（五）'
const desktop = { width: 1440, height: 900 }

interface Promised {
  readonly id: string
  readonly title: string
  readonly documentId: string
  readonly href: string
}

/** The clause's task, confirmed now if nobody has yet. */
async function promised(office: Page): Promise<Promised> {
  const { items } = await told(office, listDraftsEndpoint, { query: { limit: 200 } })
  const draft = items.find(({ cite }) => cite.label === clause)
  const measure = await told(office, getMeasureEndpoint, { params: { id: draft?.id ?? '' } })
  if (measure.state === 'draft') {
    const { id, version } = measure
    await told(office, confirmMeasureEndpoint, { params: { id }, body: { version } })
  }
  const { documentId, href } = measure.cite
  const tasks = await told(office, listTasksEndpoint, { query: { document: documentId, chapter: '附件/三/（五）' } })
  const task = tasks.items.find(({ parent }) => parent === null)
  return { id: task?.id ?? '', title: task?.title ?? '', documentId, href: href ?? '' }
}

test.use({ ownProgram: 'round' })

/** The month's period, which nobody opens by hand. */
async function openedBySchedule(office: Page): Promise<string> {
  const periods = async () => (await told(office, listPeriodsEndpoint)).periods
  await expect
    .poll(async () => (await periods()).map(({ month }) => month), { timeout: 60_000 })
    .toEqual(['2021-07-01'])
  return (await periods())[0]?.id ?? ''
}

test('a monthly round: the lead splits, the office approves, the period opens on its day, units report with evidence, heads sign, the lead merges, the office returns and accepts, commander, citizen and followers see it', async ({
  desk,
  visitor,
}) => {
  test.setTimeout(400_000)
  const of = (who: string) => desk(who, 'liaocheng')
  const office = await of('dubanshi')
  const { id, title, documentId, href } = await promised(office)
  const { version } = await told(office, getDocumentEndpoint, { params: { id: documentId } })
  await told(office, releaseDocumentEndpoint, { params: { id: documentId }, body: { version, release: 'progress' } })

  // the citizen finds the clause and follows it; the support follows the task
  const citizen = await of('shimin')
  await citizen.goto(href)
  await citizen.getByRole('link', { name: '关注这一条的变化' }).click()
  await citizen.getByRole('button', { name: '关注这一条', exact: true }).click()
  await expect(citizen.getByRole('button', { name: '取消关注这一条' })).toBeVisible()
  await expectGoodLook(citizen)
  const support = await of('shenpi')
  await support.goto(`/desk/ledger/tasks/${id}`)
  await support.getByRole('button', { name: '关注', exact: true }).click()
  await support.getByRole('menuitem', { name: '关注这项任务' }).click()
  await expect(support.getByRole('button', { name: '已关注' })).toBeVisible()

  // the lead splits to two counties in one form, on a telephone; one ends later and waits
  const part = `${title}（东昌府区）`
  const lead = await of('fagai')
  await lead.setViewportSize({ width: 390, height: 844 })
  await lead.goto(`/desk/ledger/tasks/${id}`)
  await lead.getByRole('button', { name: '更多' }).click()
  await lead.getByRole('menuitem', { name: '分解到各单位' }).click()
  for (const county of ['东昌府区', '临清市']) {
    await field(lead, '由哪些单位分别承担').fill(county)
    await lead.locator('.ant-select-item-option', { hasText: county }).first().click()
  }
  await expect(dialog(lead).getByText('分解为 2 项')).toBeVisible()
  await lead.getByLabel('东昌府区的时限', { exact: true }).fill('2021-12-20')
  await expect(dialog(lead)).toContainText('1 项晚于或低于本任务')
  await lead.getByLabel(/^原因/).fill('电缆沟汛后才能开挖')
  await dialog(lead).getByRole('button', { name: '分解为 2 项' }).click()
  await expect(dialog(lead)).toHaveCount(0)
  const row = lead.getByRole('listitem').filter({ hasText: part })
  await expect(row).toContainText('待批准')
  await expectGoodLook(lead)

  // the office approves it with words
  await office.goto('/desk')
  await office.getByRole('link', { name: `答复：${part}` }).click()
  await office.getByLabel(`选择 ${part}`).check()
  await expectGoodLook(office)
  await office.setViewportSize(desktop)
  await office.getByRole('button', { name: '批准所选 1 件', exact: true }).click()
  await field(office, '批准的意见').fill('同意汛后完成')
  await dialog(office)
    .getByRole('button', { name: /^批\s*准$/ })
    .click()
  await expect(office.getByRole('status')).toHaveText('已答复 1 件，并告知申请单位')
  await lead.setViewportSize(desktop)
  await lead.goto(`/desk/ledger/tasks/${id}`)
  await expect(row).toContainText('已分办')
  await expect.poll(() => titlesIn(lead)).toContain(`同意分解：${part}`)

  // on its day the month opens by its schedule
  const administrator = await of('guanliyuan')
  await moveTo(administrator, '2021-07-19')
  await office.goto('/desk/ledger/dispatch')
  await expect(office.getByText('还没有开启过调度')).toBeVisible()
  await moveTo(administrator, '2021-07-20')
  const periodId = await openedBySchedule(office)
  const period = `/desk/ledger/dispatch?period=${periodId}`
  await office.goto(period)
  await expect(office.getByRole('row', { name: /东昌府区/ })).toBeVisible()

  // support and county report by telephone, with a picture, and their heads sign
  const picture = { name: '现场.png', mimeType: 'image/png', buffer: await office.screenshot() }
  const reports = [
    { officer: 'shenpi', head: 'shenpijuzhang', task: title, text: '占道审批改为一次办结' },
    { officer: 'dongchangfu', head: 'dongchangfuquzhang', task: part, text: '区内外线工程并联审批' },
  ]
  for (const { officer, head, task, text } of reports) {
    const writer = await of(officer)
    await writer.setViewportSize({ width: 390, height: 844 })
    await openFromWorkbench(writer, { act: '填报', task })
    await field(writer, '进展').fill(text)
    await writer.locator('input[type=file]').setInputFiles({ ...picture, buffer: Buffer.from('MZ\0 a program') })
    await expect(writer.getByText(/^这不是可以接收的文件/)).toBeVisible()
    await writer.locator('input[type=file]').setInputFiles(picture)
    await expect(writer.getByRole('link', { name: picture.name })).toBeVisible()
    await expect(field(writer, '进展')).toHaveValue(text)
    await askToSign(writer)
    await expectGoodLook(writer)
    const signer = await of(head)
    await openFromWorkbench(signer, { act: '签发', task })
    await expect(signer.getByRole('link', { name: picture.name })).toBeVisible()
    await sign(signer)
  }

  // the lead takes both in, its head signs, the office accepts
  await openFromWorkbench(lead, { act: '并入', task: title })
  await field(lead, '进展').fill('全市外线工程平均办理时间压减一半。')
  await lead.getByRole('button', { name: /^把市行政审批.*的报告并入本报告$/ }).click()
  await lead.getByRole('button', { name: /^把东昌府区.*的报告并入本报告$/ }).click()
  await expect(field(lead, '进展')).toHaveValue(/占道审批改为一次办结[\s\S]*区内外线工程并联审批/)
  await askToSign(lead)
  const leadHead = await of('fagaizhuren')
  await openFromWorkbench(leadHead, { act: '签发', task: title })
  await sign(leadHead)

  // the office returns it with a reason; it is written again, signed again and accepted
  await office.goto(period)
  await office
    .getByRole('region', { name: /^待审报告/ })
    .getByRole('link', { name: title, exact: true })
    .click()
  await office.getByRole('button', { name: /^退\s*回$/ }).click()
  await field(office, '退回的原因').fill('请写明压减到几天')
  await dialog(office)
    .getByRole('button', { name: /^退\s*回$/ })
    .click()
  await expect(standing(office)).toHaveText('已退回')
  await openFromWorkbench(lead, { act: '修改', task: title })
  await expect(lead.getByText('已退回：请写明压减到几天')).toBeVisible()
  await field(lead, '进展').fill('全市外线工程平均办理时间压减一半，到5个工作日。')
  await askToSign(lead)
  await openFromWorkbench(leadHead, { act: '签发', task: title })
  await sign(leadHead)
  await office.goto(period)
  await office.getByLabel(`选择 ${title}`).check()
  await office.getByRole('button', { name: '采纳所选 1 份' }).click()
  await expect(office.getByText('已采纳 1 份')).toBeVisible()

  // the commander finds it on the page of his indicator
  const commander = await of('changwu')
  await commander.goto('/desk')
  await commander.getByRole('link', { name: '获得电力', exact: true }).click()
  await expect(commander.getByText(/总指挥：.*常务副市长/)).toBeVisible()
  const { items } = await told(commander, listIndicatorsEndpoint)
  expect(items).toHaveLength(18)
  const named = '常务副市长'
  for (const { key, name, post } of items) {
    // of an indicator without confirmed tasks the office names who commands
    const body = { post: named, seen: null }
    if (post === null) await told(office, nameCommanderEndpoint, { params: { key }, body })
    await commander.goto(`/desk/ledger/indicators/${key}`)
    await expect(commander.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(commander.getByText(new RegExp(`总指挥：.*${post ?? named}`))).toBeVisible()
  }
  await commander.goto(`/desk/ledger/tasks/${id}`)
  await expect(commander.getByRole('region', { name: '各期报告' })).toContainText('压减一半')
  await expect(standing(commander)).toContainText(/逾期|还剩/)

  // what is missing goes up after its day of grace; then the period is closed, and scored
  await moveTo(administrator, '2021-07-30')
  await expect(async () => {
    await office.goto(period)
    await expect(office.getByRole('row', { name: /临清市/ })).toContainText(/经办人|负责人/, { timeout: 2000 })
  }).toPass({ timeout: 60_000 })
  await office.getByRole('button', { name: '截止本期' }).click()
  await dialog(office).getByRole('button', { name: '截止本期' }).click()
  await expect(dialog(office)).toHaveCount(0)
  await expect(async () => {
    await office.goto(`/desk/ledger/scores?period=${periodId}`)
    await expect(office.getByRole('rowheader', { name: '市发展改革委' })).toBeVisible({ timeout: 2000 })
  }).toPass()

  // the citizen reads the progress from the clause's page, and both followers were told
  const reader = await visitor('liaocheng')
  await reader.goto(href)
  await reader.getByRole('complementary').getByRole('link', { name: title }).click()
  await expect(reader.getByRole('region', { name: '最新进展' })).toContainText('压减一半')
  const feed = await citizen.evaluate(async (address) => (await fetch(address)).text(), `/ledger/tasks/${id}/feed.atom`)
  expect(feed).toContain('压减一半')
  await citizen.setViewportSize(desktop)
  for (const page of [citizen, support]) {
    await expect.poll(() => titlesIn(page)).toContain(`关注的任务有变化：${title}`)
  }
  await citizen.goto('/desk/follows')
  await expect(citizen.getByText('条文')).toBeVisible()
  await expectGoodLook(citizen)
  await citizen.getByRole('button', { name: /^取消关注/ }).click()
  await expect(citizen.getByText('还没有关注')).toBeVisible()
})

/** Titles in the inbox of whoever is signed in there. */
async function titlesIn(page: Page): Promise<readonly string[]> {
  const answer = await page.evaluate(async () => (await fetch('/api/inbox')).json())
  return (answer as { messages: readonly { title: string }[] }).messages.map((message) => message.title)
}
