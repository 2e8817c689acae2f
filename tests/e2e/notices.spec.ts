import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { addDays, plainDate } from '@guangyue/kernel/calendar'
import { readSource } from '@guangyue/modules/gazette/source'
import { meEndpoint } from '@guangyue/modules/identity/api'
import { addByHandEndpoint, confirmMeasuresEndpoint, getMeasureEndpoint } from '@guangyue/modules/ledger/api'
import {
  listDutiesEndpoint,
  openPeriodEndpoint,
  saveReportEndpoint,
  saveSchemeEndpoint,
  signReportEndpoint,
} from '@guangyue/modules/ledger/dispatch/api'
import { getNoticeEndpoint, issueNoticeEndpoint, reviewNoticeEndpoint } from '@guangyue/modules/ledger/notices/api'
import type { Page } from '@playwright/test'
import { ask, told } from './stage/ask.ts'
import { expectGoodLook } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'

const unit = '市住房城乡建设局'
const water = '市水务局'
const task = '拆除临街违法建设'
const title = '关于临街违法建设逾期督办的通知'
const desktop = { width: 1440, height: 900 }
const dialog = (page: Page) => page.getByRole('dialog')
const standing = (page: Page) => page.locator('.work__title .light')

/** A confirmed task of that unit; its day is over unless another is said. Comes back with its document. */
async function taskDue(page: Page, task: string, due = '2023-03-31', lead = unit): Promise<string> {
  const dates = [{ due }]
  const { measureId, version } = await told(page, addByHandEndpoint, {
    body: {
      id: randomUUID(),
      basis: { kind: '会议纪要', title: `${task}专题会议纪要` },
      title: task,
      tasks: [{ id: randomUUID(), title: task, leads: [{ name: lead }], supports: [], dates, targets: [] }],
    },
  })
  await told(page, confirmMeasuresEndpoint, { body: { measures: [{ id: measureId, version }] } })
  return (await told(page, getMeasureEndpoint, { params: { id: measureId } })).cite.documentId
}

/** Another of the office reviews and issues what is open; comes back with the number. */
async function reviewAndIssue(reviewer: Page, id: string): Promise<string> {
  await reviewer.goto(`/desk/ledger/notices/${id}`)
  await step(reviewer, '审核通过')
  await reviewer.getByRole('button', { name: /^印\s*发$/ }).click()
  await dialog(reviewer)
    .getByRole('button', { name: /^印\s*发$/ })
    .click()
  await expect(standing(reviewer)).toHaveText('已印发')
  return (await told(reviewer, getNoticeEndpoint, { params: { id } })).number ?? ''
}

/** The text of the docx and of the pdf of an issued notice, without spaces. */
async function textsOf(page: Page, number: string): Promise<readonly string[]> {
  const texts: string[] = []
  for (const kind of ['docx', 'pdf']) {
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: `${number}.${kind}` }).click()
    const file = await waiting
    const read = await readSource(await readFile(await file.path()), file.suggestedFilename())
    texts.push(read.ok ? read.text.replaceAll(/\s/g, '') : '')
  }
  return texts
}

async function step(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await dialog(page).getByRole('button', { name, exact: true }).click()
  await expect(dialog(page)).toHaveCount(0)
}

test('a 督办单 from the ledger: composed, edited, reviewed by another, issued, downloaded, published, read', async ({
  desk,
  visitor,
}) => {
  const writer = await desk('dubanshi')
  await taskDue(writer, task)
  await writer.goto('/desk/ledger/notices')
  await writer.getByRole('button', { name: /^拟\s*制$/ }).click()
  await dialog(writer)
    .getByRole('checkbox', { name: new RegExp(`^${unit}（逾期`) })
    .check()
  await dialog(writer).getByRole('button', { name: '拟制草稿' }).click()
  await expect(writer).toHaveURL(/\/ledger\/notices\/[0-9a-f-]{36}/)
  const id = writer.url().split('/').at(-1) ?? ''
  const params = { id }

  await expect(writer.getByRole('textbox', { name: /^第 2 段第 \d+ 行第 1 列$/ }).first()).toBeVisible()
  const cells = await writer.getByRole('textbox', { name: /^第 2 段第 \d+ 行第 1 列$/ }).all()
  expect(await Promise.all(cells.map((cell) => cell.inputValue()))).toContain(task)
  await writer.getByLabel('标题', { exact: true }).fill('关于临街违法建设')
  await writer.getByRole('button', { name: '加段落' }).click()
  await writer.getByLabel('第 4 段文字').fill('联系人：督查室 何以宁。')
  await writer.getByRole('button', { name: '上移第 4 段' }).click()
  await expect(writer.getByLabel('第 3 段文字')).toHaveValue('联系人：督查室 何以宁。')
  await expectGoodLook(writer)
  await writer.setViewportSize(desktop)
  await writer.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(writer.getByText('标题应以文种结尾')).toBeVisible()
  await writer.getByLabel('标题', { exact: true }).fill(title)
  await writer.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(writer.getByRole('status')).toContainText('与已保存的内容一致')
  await writer.getByRole('button', { name: '看全文' }).click()
  await expect(writer.getByText('等另一位工作人员审核')).toBeVisible()
  await expect(writer.getByRole('button', { name: '审核通过' })).toHaveCount(0)
  const { version } = await told(writer, getNoticeEndpoint, { params })
  const own = await ask(writer, reviewNoticeEndpoint, { params, body: { version } })
  expect([own.status, own.body.code]).toEqual([403, 'ledger.own-notice'])
  const auditor = await desk('shenji')
  await auditor.goto('/desk/admin/audit')
  await auditor.getByLabel('事项').fill('办理被拒')
  await auditor.locator('.ant-select-item-option', { hasText: '办理被拒' }).click()
  const refused = auditor.getByRole('row').filter({ hasText: `notice/${id}` })
  await expect(refused).toContainText('审核通过')
  await expect(refused).toContainText('无权办理（ledger.own-notice）')
  await expectGoodLook(auditor)

  const officer = await desk('zhujian')
  expect((await ask(officer, getNoticeEndpoint, { params })).status).toBe(404)
  expect((await ask(officer, issueNoticeEndpoint, { params, body: { version } })).status).toBe(403)

  const reviewer = await desk('dubanzhuren')
  await reviewer.goto('/desk/ledger/notices')
  await reviewer.getByRole('link', { name: title }).click()
  await expect(standing(reviewer)).toHaveText('待审核')
  await step(reviewer, '审核通过')
  await expect(standing(reviewer)).toHaveText('待印发')
  await reviewer.getByRole('button', { name: /^印\s*发$/ }).click()
  await expect(dialog(reviewer)).toContainText('印发后不能再改动')
  await dialog(reviewer)
    .getByRole('button', { name: /^印\s*发$/ })
    .click()
  await expect(standing(reviewer)).toHaveText('已印发')
  const { number, issuedOn } = await told(reviewer, getNoticeEndpoint, { params })
  const [year, month, day] = (issuedOn ?? '').split('-').map(Number)
  expect(number).toMatch(/^澜政督〔2023〕\d+号$/)
  for (const text of await textsOf(reviewer, number ?? '')) {
    for (const printed of [number ?? '', title, `${unit}：`, `${year}年${month}月${day}日`, '（演示数据）'])
      expect(text).toContain(printed)
  }
  await expectGoodLook(reviewer)

  await expect(async () => {
    await officer.goto('/desk/inbox')
    await expect(officer.getByText(`督办单 ${number}：${title}`)).toBeVisible({ timeout: 2000 })
  }).toPass()
  await officer.goto('/desk/ledger/notices')
  await officer.getByRole('link', { name: title }).click()
  await expect(officer.getByText('联系人：督查室 何以宁。')).toBeVisible()
  await expect(officer.locator('.work__top button')).toHaveCount(0)

  // the unit takes it and answers; the office is told
  await officer.setViewportSize({ width: 390, height: 844 })
  await officer.getByRole('button', { name: /^签\s*收$/ }).click()
  await officer.getByRole('button', { name: '反馈办理情况' }).click()
  await dialog(officer).getByRole('textbox').fill('已拆除三处，其余月底前完成')
  await dialog(officer).getByRole('button', { name: '反馈办理情况' }).click()
  await expect(dialog(officer)).toHaveCount(0)
  await expect(officer.getByText('已拆除三处，其余月底前完成')).toBeVisible()
  await expectGoodLook(officer)
  await officer.setViewportSize(desktop)
  await expect(async () => {
    await reviewer.goto('/desk/inbox')
    await expect(reviewer.getByText(`${unit}反馈督办单 ${number}`)).toBeVisible({ timeout: 2000 })
  }).toPass()
  await reviewer.goto(`/desk/ledger/notices/${id}`)
  await expect(reviewer.getByRole('heading', { name: /签收与反馈\s+1\/1/ })).toBeVisible()

  const citizen = await visitor()
  expect((await citizen.goto(`/notices/${id}`))?.status()).toBe(404)
  await reviewer.setViewportSize(desktop)
  await step(reviewer, '向社会公开')
  await expect(reviewer.getByText('已公开')).toBeVisible()
  await citizen.goto('/notices')
  await citizen.getByRole('link', { name: title }).click()
  await expect(citizen.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(citizen.getByRole('article')).toContainText(number ?? '')
  await expect(citizen.getByRole('article')).toContainText(task)
  for (const address of ['/notices', `/notices/${id}`]) {
    await writer.goto(address)
    await expectGoodLook(writer)
  }
  for (const kind of ['docx', 'pdf']) {
    const waiting = citizen.waitForEvent('download')
    await citizen.getByRole('link', { name: new RegExp(`\\.${kind}`) }).click()
    expect((await waiting).suggestedFilename()).toBe(`${number} ${title}.${kind}`)
  }
})

test('a 提示函 about what is near: composed, edited, reviewed by another, issued as a letter, taken by its unit', async ({
  desk,
}) => {
  const writer = await desk('dubanshi')
  const { today } = await told(writer, meEndpoint)
  const near = '修订城市照明管理细则'
  await taskDue(writer, near, addDays(plainDate(today), 3))
  await writer.goto('/desk/ledger/notices')
  await writer.getByRole('button', { name: /^拟\s*制$/ }).click()
  await dialog(writer).getByText('提示函', { exact: true }).click()
  await dialog(writer)
    .getByRole('checkbox', { name: new RegExp(`^${unit}（临期`) })
    .check()
  await dialog(writer).getByRole('button', { name: '拟制草稿' }).click()
  await expect(writer).toHaveURL(/\/ledger\/notices\/[0-9a-f-]{36}/)
  const id = writer.url().split('/').at(-1) ?? ''
  await expect(writer.getByRole('textbox', { name: /^第 2 段第 \d+ 行第 1 列$/ }).first()).toBeVisible()
  const cells = await writer.getByRole('textbox', { name: /^第 2 段第 \d+ 行第 1 列$/ }).all()
  expect(await Promise.all(cells.map((cell) => cell.inputValue()))).toContain(near)
  await writer.getByLabel('第 1 段文字').fill('下列任务即将到期，请抓紧办理。')
  await expectGoodLook(writer)
  await writer.setViewportSize(desktop)
  await writer.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(writer.getByRole('status')).toContainText('与已保存的内容一致')

  const reviewer = await desk('dubanzhuren')
  await reviewer.setViewportSize(desktop)
  const number = await reviewAndIssue(reviewer, id)
  for (const text of await textsOf(reviewer, number)) {
    expect(text).toContain('下列任务即将到期，请抓紧办理。')
    expect(text).toContain(near)
    expect(text).toContain(number)
    // a letter carries the name of the office without 文件
    expect(text).not.toContain('办公室文件')
  }
  const officer = await desk('zhujian')
  await expect(async () => {
    await officer.goto('/desk/inbox')
    await expect(officer.getByText(`提示函 ${number}：`)).toBeVisible({ timeout: 2000 })
  }).toPass()
  await officer.goto(`/desk/ledger/notices/${id}`)
  await officer.getByRole('button', { name: /^签\s*收$/ }).click()
  await expect(officer.getByText(/签收$/).first()).toBeVisible()
})

/** A period of January about tasks of two units: water reports and signs, housing does not; closed, and its scores issued. */
async function scoredPeriod(office: Page, { officer, head }: { officer: Page; head: Page }): Promise<void> {
  const month = '2023-01-01'
  const basis = '整治背街小巷'
  const documentId = await taskDue(office, basis)
  await taskDue(office, basis, '2023-12-31', water)
  const schemeId = randomUUID()
  const days = { opensDay: 20, dueDay: 25, remindDays: 3, graceDays: 2, stepDays: 2 }
  const more = { documentId, fromMonth: month, toMonth: month, supportsReport: false, paused: false, version: null }
  await told(office, saveSchemeEndpoint, { body: { id: schemeId, name: '环境整治调度', ...days, ...more } })
  const { id } = await told(office, openPeriodEndpoint, { body: { schemeId, month } })
  const [duty] = (await told(officer, listDutiesEndpoint, { query: { as: 'mine', period: id } })).items
  const params = { id: duty?.id ?? '' }
  const text = { progress: '已整治四条巷', percent: 40, figures: [], problems: '', helpWanted: '', merges: [] }
  const { version } = await told(officer, saveReportEndpoint, {
    params,
    body: { version: duty?.version ?? 1, ...text },
  })
  await told(head, signReportEndpoint, { params, body: { version } })
  await office.goto(`/desk/ledger/dispatch?period=${id}`)
  await office.getByRole('button', { name: '截止本期' }).click()
  await dialog(office).getByRole('button', { name: '截止本期' }).click()
  await expect(dialog(office)).toHaveCount(0)
  // what is fixed at the close is there once the close has been taken up
  await expect(async () => {
    await office.goto(`/desk/ledger/scores?period=${id}`)
    await expect(office.getByRole('button', { name: '公布考评' })).toBeVisible({ timeout: 2000 })
  }).toPass()
  await office.getByRole('button', { name: '公布考评' }).click()
  await dialog(office).getByRole('button', { name: '公布考评' }).click()
  await expect(office.getByText(/由.*公布/).first()).toBeVisible()
}

test('a 通报 of a closed period: who reported, the ranking, what is overdue; edited, reviewed by another, issued, read from its file, published', async ({
  desk,
  visitor,
}) => {
  test.setTimeout(240_000)
  const writer = await desk('dubanshi')
  await scoredPeriod(writer, { officer: await desk('shuiwu'), head: await desk('shuiwujuzhang') })

  await writer.goto('/desk/ledger/notices')
  await writer.getByRole('button', { name: /^拟\s*制$/ }).click()
  await dialog(writer).getByText('通报', { exact: true }).click()
  await dialog(writer).getByLabel('哪一期').click()
  await writer.locator('.ant-select-item-option', { hasText: '2023年1月 环境整治调度' }).click()
  await dialog(writer).getByRole('button', { name: '拟制草稿' }).click()
  await expect(writer).toHaveURL(/\/ledger\/notices\/[0-9a-f-]{36}/)
  const id = writer.url().split('/').at(-1) ?? ''
  await expect(writer.getByLabel('标题', { exact: true })).toHaveValue('关于2023年1月重点任务调度情况的通报')
  await writer.getByLabel('第 1 段文字').fill('现将一月份调度情况通报如下，请对照整改。')
  await expectGoodLook(writer)
  await writer.setViewportSize(desktop)
  await writer.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(writer.getByRole('status')).toContainText('与已保存的内容一致')
  await writer.getByRole('button', { name: '看全文' }).click()
  await expect(writer.getByText('等另一位工作人员审核')).toBeVisible()
  await expect(writer.getByRole('button', { name: '审核通过' })).toHaveCount(0)

  const reviewer = await desk('dubanzhuren')
  await reviewer.setViewportSize(desktop)
  const number = await reviewAndIssue(reviewer, id)
  expect(number).toMatch(/^澜政督〔2023〕\d+号$/)
  const [docx = '', pdf = ''] = await textsOf(reviewer, number)
  for (const text of [docx, pdf]) {
    for (const printed of [
      number,
      '关于2023年1月重点任务调度情况的通报',
      '各有关单位：',
      '现将一月份调度情况通报如下，请对照整改。',
      '应报2份，按时签报0份',
      '1个单位尚有报告未报',
      '考评得分',
      '逾期任务',
    ])
      expect(text).toContain(printed)
  }
  // the ranking stands in its order, who reported before who did not; what is overdue with its unit and day
  const ranked = [...docx.matchAll(/\|(\d+)\|([^|]+)\|(-?[\d.]+)(?=\|)/g)].map(([, rank, name, score]) => ({
    rank: Number(rank),
    name,
    score: Number(score),
  }))
  const scores = ranked.map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  expect(ranked.map(({ rank }) => rank)).toEqual(
    scores.map((score) => 1 + scores.filter((other) => other > score).length),
  )
  const place = (name: string) => ranked.findIndex((line) => line.name === name)
  expect(place(water)).toBe(0)
  expect(place(unit)).toBeGreaterThan(place(water))
  expect(docx).toContain(`|${unit}|整治背街小巷|2023年3月31日|`)
  await step(reviewer, '向社会公开')
  const citizen = await visitor()
  await citizen.goto('/notices')
  await citizen.getByRole('link', { name: '关于2023年1月重点任务调度情况的通报' }).click()
  await expect(citizen.getByRole('article')).toContainText('应报2份，按时签报0份')
  await expect(citizen.getByRole('table').filter({ hasText: '名次' }).getByRole('row').nth(1)).toContainText(water)
  await expect(citizen.getByRole('table').filter({ hasText: '超期' })).toContainText('整治背街小巷')
  await reviewer.goto(`/notices/${id}`)
  await expectGoodLook(reviewer)
  const officer = await desk('zhujian')
  await officer.goto('/desk/ledger/notices')
  await expect(officer.getByRole('link', { name: '关于2023年1月重点任务调度情况的通报' })).toBeVisible()
})

test('a unit reads its own and writes none', async ({ desk }) => {
  const officer = await desk('shuiwu')
  await officer.goto('/desk/ledger/notices')
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText('督办与通报')
  await expect(officer.getByRole('button', { name: /^拟\s*制$/ })).toHaveCount(0)
  await expectGoodLook(officer)
})
