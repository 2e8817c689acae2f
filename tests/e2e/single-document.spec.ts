import { dropGazette } from './stage/gazettes.ts'
import { expectGoodLook } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'

const plain = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(lines.join('\n')),
})

test('a table sent without its head: taken in under its file name, and its draft is one step away', async ({
  desk,
  visitor,
}) => {
  const page = await desk('dubanshi')
  const head = ['工作任务', '具体要求', '责任科室', '时限要求']
  const rows = [
    ['修缮渡亭', '1', '修好东岸渡亭，换下朽木。', '办公室', '2022年6月底前'],
    ['种植行道树', '2', '种植行道树三百株。', '园林科', '持续推进'],
  ]
  const cells = [...head, ...rows.flat()].flatMap((cell) => [cell, '|'])
  const { stage, faults } = await dropGazette(page, plain('渡亭任务分工.txt', cells))
  expect([stage, faults.map(({ code }) => code)]).toEqual(['drafted', ['untitled']])
  await expect(page.getByText('按文件名“渡亭任务分工”收录')).toBeVisible()
  await page.getByRole('link', { name: '核对台账草稿' }).click()
  await expect(page.getByText('2 条措施', { exact: true })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('修好东岸渡亭')
  const citizen = await visitor()
  await citizen.goto(`/documents/${encodeURIComponent('渡亭任务分工')}`)
  await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('渡亭任务分工')
})

test('a chronicle that prints no year: said in the fault, read with the year that a person says', async ({
  desk,
  visitor,
}) => {
  const page = await desk('gongbao')
  const file = plain('渡口志.txt', ['渡口大事记', '3月', '2日，新渡口开渡。', '9日，古桥修缮完工。'])
  expect((await dropGazette(page, file)).faults.map(({ code }) => code)).toContain('year-unknown')
  await page.goto('/desk/gazette/import')
  await page.getByLabel('文中没有印年份时，按').fill('1998')
  await expectGoodLook(page)
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page).toHaveURL(/\/gazette\/imports\//)
  await expect(page.getByText('已存为新的一版')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('link', { name: '核对台账草稿' })).toHaveCount(0)
  const citizen = await visitor()
  await citizen.goto('/chronicle/1998-03-09/1')
  await expect(citizen.getByText('古桥修缮完工')).toBeVisible()
})
