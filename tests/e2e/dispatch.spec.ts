import { getDocumentEndpoint, releaseDocumentEndpoint } from '@guangyue/modules/ledger/api'
import { getReportEndpoint, signReportEndpoint } from '@guangyue/modules/ledger/dispatch/api'
import { ask, told } from './stage/ask.ts'
import { periodOpen, taskToReport } from './stage/dispatch.ts'
import type { Dropped } from './stage/gazettes.ts'
import { expectGoodLook } from './stage/look.ts'
import { askToSign, dialog, field, openFromWorkbench, sign, standing } from './stage/reports.ts'
import { expect, test } from './stage/stage.ts'

const photo: Dropped = {
  name: '现场.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}
test('one whole month: the office opens it, the support reports by telephone, the lead merges, the office returns and accepts, leaders look', async ({
  desk,
  visitor,
}) => {
  const task = '老旧小区二次供水改造'
  const office = await desk('dubanshi')
  const { taskId, documentId } = await taskToReport(office, task)
  await office.goto('/desk/ledger/dispatch/schemes')
  await office.getByRole('button', { name: '新增安排' }).click()
  await field(office, '名称').fill('供水专项调度')
  await field(office, '范围').fill(task)
  await office.locator('.ant-select-item-option', { hasText: task }).click()
  await dialog(office)
    .getByRole('button', { name: /^保\s*存$/ })
    .click()
  await expect(office.getByRole('row', { name: /供水专项调度/ })).toContainText('20 日开启，25 日前报送')
  await office.goto('/desk/ledger/dispatch')
  await office.getByRole('button', { name: '开启一期' }).click()
  await field(office, '调度安排').last().click()
  await office.locator('.ant-select-item-option', { hasText: '供水专项调度' }).click()
  await dialog(office)
    .getByRole('button', { name: /^开\s*启$/ })
    .click()
  await expect(dialog(office)).toHaveCount(0)
  await expect(office.getByRole('row', { name: /市水务局/ })).toBeVisible()
  await expect(office.getByRole('row', { name: /市住房城乡建设局/ })).toBeVisible()
  await expect(office.getByText('到期之后可以截止本期')).toBeVisible()
  const period = office.url()

  const support = await desk('shuiwu')
  await support.setViewportSize({ width: 390, height: 844 })
  await openFromWorkbench(support, { act: '填报', task })
  await field(support, '进展').fill('六个小区的泵房已改造完成')
  await field(support, '完成百分比').fill('60')
  await field(support, '问题').fill('两处泵房用电增容未批')
  await support.locator('input[type=file]').setInputFiles(photo)
  await expect(support.getByRole('link', { name: photo.name })).toBeVisible()
  await expect(field(support, '进展')).toHaveValue('六个小区的泵房已改造完成')
  await askToSign(support)
  await expectGoodLook(support)

  const supportHead = await desk('shuiwujuzhang')
  await openFromWorkbench(supportHead, { act: '签发', task })
  await expect(supportHead.getByText('江清浅起草，等您签发')).toBeVisible()
  await sign(supportHead)

  const lead = await desk('zhujian')
  await openFromWorkbench(lead, { act: '并入', task })
  await field(lead, '进展').fill('全市开工十一个小区。')
  await lead.getByRole('button', { name: '把市水务局的报告并入本报告' }).click()
  await expect(field(lead, '进展')).toHaveValue('全市开工十一个小区。\n市水务局：六个小区的泵房已改造完成')
  await askToSign(lead)
  const leadHead = await desk('zhujianjuzhang')
  await openFromWorkbench(leadHead, { act: '签发', task })
  await sign(leadHead)
  await support.reload()
  await expect(standing(support)).toHaveText('已汇总')

  await office.goto(period)
  await office
    .getByRole('region', { name: /^待审报告/ })
    .getByRole('link', { name: task })
    .click()
  await office.getByRole('button', { name: /^退\s*回$/ }).click()
  await field(office, '退回的原因').fill('请写明完工时间')
  await dialog(office)
    .getByRole('button', { name: /^退\s*回$/ })
    .click()
  await expect(standing(office)).toHaveText('已退回')
  await openFromWorkbench(lead, { act: '修改', task })
  await expect(lead.getByText('已退回：请写明完工时间')).toBeVisible()
  await field(lead, '进展').fill('全市开工十一个小区，六月底前完工。')
  await askToSign(lead)
  await openFromWorkbench(leadHead, { act: '签发', task })
  await sign(leadHead)

  await office.goto(period)
  await office.getByLabel(`选择 ${task}`).check()
  await office.getByRole('button', { name: '采纳所选 1 份' }).click()
  await expect(office.getByText('已采纳 1 份')).toBeVisible()
  await expectGoodLook(office)

  const leader = await desk('changwu')
  await leader.goto(new URL(period).pathname + new URL(period).search)
  await leader.getByRole('link', { name: '市住房城乡建设局' }).click()
  await leader.getByRole('link', { name: task, exact: true }).click()
  await expect(leader.getByText('六月底前完工')).toBeVisible()
  await expect(standing(leader)).toHaveText('已采纳')
  await expect(leader.locator('.work__top button')).toHaveCount(0)
  await leader.getByRole('link', { name: task }).last().click()
  await expect(leader.getByRole('region', { name: '各期报告' })).toContainText('六月底前完工')

  const { version } = await told(office, getDocumentEndpoint, { params: { id: documentId } })
  await told(office, releaseDocumentEndpoint, { params: { id: documentId }, body: { version, release: 'progress' } })
  const citizen = await visitor()
  await citizen.goto(`/ledger/tasks/${taskId}`)
  const latest = citizen.getByRole('region', { name: '最新进展' })
  await expect(latest).toContainText('2023年4月报告')
  await expect(latest).toContainText('六月底前完工')
  await expect(citizen.getByText('用电增容')).toHaveCount(0)
  await expect(citizen.getByText('梁栋成')).toHaveCount(0)
})

test('two people write one report: whoever saves second sees both texts; nobody signs what they wrote', async ({
  desk,
}) => {
  const task = '雨污分流管网改造'
  const { lead: id } = await periodOpen(await desk('dubanshi'), task)
  const officer = await desk('zhujian')
  const head = await desk('zhujianjuzhang')
  for (const page of [officer, head]) {
    await page.goto(`/desk/ledger/reports/${id}`)
    await expect(field(page, '进展')).toBeVisible()
  }
  await field(officer, '进展').fill('科员写的进展')
  await officer.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(officer.getByRole('status')).toHaveText('已保存')

  await field(head, '进展').fill('局长写的进展')
  await head.reload()
  await expect(field(head, '进展')).toHaveValue('局长写的进展')
  await expect(head.getByRole('status')).toContainText('已记在本机')
  await head.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(dialog(head)).toContainText('科员写的进展')
  await expect(dialog(head)).toContainText('局长写的进展')
  await dialog(head).getByRole('button', { name: '按所选保存' }).click()
  await expect(dialog(head)).toHaveCount(0)

  await expect(head.getByText('您是起草人，不能自己签发')).toBeVisible()
  const { version, progress } = await told(head, getReportEndpoint, { params: { id } })
  expect(progress).toBe('局长写的进展')
  const own = await ask(head, signReportEndpoint, { params: { id }, body: { version } })
  expect([own.status, own.body.code]).toEqual([403, 'ledger.own-signature'])
  const officers = await ask(officer, signReportEndpoint, { params: { id }, body: { version } })
  expect([officers.status, officers.body.code]).toEqual([403, 'ledger.not-the-unit'])
})

test('evidence that is no picture is refused with its reason, and the text stays', async ({ desk }) => {
  const { support: id } = await periodOpen(await desk('dubanshi'), '城市内涝点整治')
  const page = await desk('shuiwu')
  await page.goto(`/desk/ledger/reports/${id}`)
  await field(page, '进展').fill('已整治三处')
  const program = { name: '照片.png', mimeType: 'image/png', buffer: Buffer.from('MZ\0\0no picture') }
  await page.locator('input[type=file]').setInputFiles(program)
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(field(page, '进展')).toHaveValue('已整治三处')
  expect((await told(page, getReportEndpoint, { params: { id } })).files).toEqual([])
})
