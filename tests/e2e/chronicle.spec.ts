import { dropGazette, withSampleIssue } from './stage/gazettes.ts'
import { expectGoodLook } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'
import { linesBehind } from './stage/workbook.ts'

// The reader's browser runs no scripts, but where a page is looked at.

test('the chronicle: by day and span, people and bodies lead on, filtered by person, body, word and days; each entry has its address', async ({
  desk,
  visitor,
}) => {
  const office = await desk('dubanshi')
  await withSampleIssue(office)
  const page = await visitor()
  const entries = page.locator('.timeline p')
  const ask = async (filter: Readonly<Record<string, string>>) => {
    await page.goto('/chronicle')
    for (const [label, value] of Object.entries(filter)) await page.getByLabel(label, { exact: true }).fill(value)
    await page.getByRole('button', { name: '筛选' }).click()
  }
  const march = { 起: '2023-03-01', 止: '2023-03-31' }
  await ask(march)
  await expect(page.getByText('共 22 条')).toBeVisible()
  await expect(page.locator('.timeline time').first()).toHaveText('2023年3月1日')
  await expect(page.getByText('2023年3月22日至2023年3月28日')).toBeVisible()

  // a day inside a span finds it; a word and a person narrow it down
  await ask({ 起: '2023-03-25', 止: '2023-03-25' })
  await expect(entries).toHaveText([/水厂开放周/])
  await ask({ ...march, 人物: '裴知行', 词语: '春耕' })
  await expect(entries).toHaveText([/禾丰县督导春耕备耕/])
  await ask({ ...march, 机关: '市水务局' })
  await expect(entries).toHaveText([/水源地保护/])
  await ask({ ...march, 词语: '龘' })
  await expect(page.getByText('没有符合条件的大事记')).toBeVisible()
  await page.getByRole('link', { name: '清除筛选' }).click()
  await expect(entries.first()).toBeVisible()

  // names lead to the person and to all that is said of the body
  await ask({ ...march, 词语: '水源地保护' })
  await entries.first().getByRole('link', { name: '市水务局' }).click()
  await expect(page.getByLabel('机关', { exact: true })).toHaveValue('市水务局')
  await expect(entries.first()).toContainText('市水务局')
  await ask({ ...march, 词语: '单村供水站' })
  await entries.first().getByRole('link', { name: '裴知行' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('裴知行')
  await page.getByRole('link', { name: '2023年3月2日至2023年3月3日' }).click()

  // the address of the entry stays, and leads to its issue and to the next
  await expect(page).toHaveURL(/\/chronicle\/2023-03-02\/1$/)
  await expect(page.locator('.entry')).toContainText('随机查看三处单村供水站')
  await page.getByRole('link', { name: '下一条：2023年3月5日' }).click()
  await expect(page.locator('.entry')).toContainText('学雷锋')
  await page.getByRole('link', { name: /2023年第3期/ }).click()
  await expect(page.getByRole('heading', { name: /2023年第3期/ })).toBeVisible()
  expect((await page.goto('/chronicle/2023-03-02/99'))?.status()).toBe(404)

  // its spreadsheet has what the filter leaves
  await ask({ ...march, 人物: '裴知行' })
  const shown = await entries.count()
  const lines = await linesBehind(page, '下载表格（xlsx）')
  expect(lines.filter((line) => line.includes('裴知行'))).toHaveLength(shown)

  await page.goto('/chronicle/2023-03-02/1?lang=en')
  await expect(page.getByText(/^March 5, 2023|After:/).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/2023/)
  await page.goto('/?lang=zh')
  for (const address of ['/chronicle?text=沈致和', '/chronicle/2023-03-02/1']) {
    await office.goto(address)
    await expectGoodLook(office)
  }
})

test('an entry over the turn of the year stands in both years; a second text of the day keeps the first address', async ({
  desk,
  visitor,
}) => {
  const text = [
    '澜川市人民政府大事记',
    '（2020年12月）',
    '',
    '30日，市长沈致和主持召开市政府第9次常务会议。',
    '31日至1月2日，副市长裴知行到青砚县检查冬季供水。',
  ].join('\n')
  await dropGazette(await desk('dubanshi'), {
    name: '岁末大事记.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  })
  const page = await visitor()
  for (const day of ['2020-12-31', '2021-01-01', '2021-01-02']) {
    await page.goto(`/chronicle?from=${day}&to=${day}`)
    await expect(page.locator('.timeline p')).toHaveText([/检查冬季供水/])
    await expect(page.locator('.timeline time')).toHaveText('2020年12月31日至2021年1月2日')
  }
  await page.goto('/chronicle?from=2021-01-03&to=2021-01-03')
  await expect(page.getByText('没有符合条件的大事记')).toBeVisible()
  await page.goto('/chronicle/2020-12-31/1')
  await expect(page.locator('.entry')).toContainText('检查冬季供水')
})
