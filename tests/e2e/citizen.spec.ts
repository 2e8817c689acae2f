import { listDocumentsEndpoint, listTasksEndpoint } from '@guangyue/modules/ledger/api'
import { told } from './stage/ask.ts'
import { release, withSampleTasks } from './stage/gazettes.ts'
import { expect, test } from './stage/stage.ts'

// A citizen's browser runs no scripts in any of these.

const plan = '澜政发〔2023〕6号'

test.beforeEach(async ({ desk }) => {
  const page = await desk('dubanshi')
  await withSampleTasks(page)
})

test('reads an issue: from the front page to its contents, a document, a chapter, and the permalink of a clause', async ({
  visitor,
}) => {
  const page = await visitor()
  await page.goto('/')
  await page.getByRole('link', { name: '公报', exact: true }).first().click()
  await page.getByRole('link', { name: /2023年第3期（总第141期）/ }).click()
  await expect(page.getByRole('heading', { name: /2023年第3期/ })).toBeVisible()
  await page.getByRole('link', { name: /“澜事一次成”服务提升行动方案的通知/ }).click()
  await expect(page.getByText(plan).first()).toBeVisible()
  const contents = page.getByRole('navigation', { name: '目录' })
  await expect(contents).toContainText('工作目标')

  await page.getByRole('link', { name: '附件二（六） 的固定链接' }).first().click()
  const clause = decodeURIComponent(page.url())
  expect(clause).toContain(`/documents/${plan}/`)
  await expect(page.locator('.prov--on')).toContainText('首席服务员')
  await page.goto(page.url())
  await expect(page.locator('.prov--on')).toContainText('首席服务员')
})

test('a clause says what it has become: nothing while nothing is released, then its tasks and how they stand', async ({
  desk,
  visitor,
}) => {
  const office = await desk('dubanshi')
  await release(office, plan, 'nothing')
  const { items: documents } = await told(office, listDocumentsEndpoint)
  const document = documents.find(({ number }) => number === plan)?.id
  const { items } = await told(office, listTasksEndpoint, { query: { document, limit: 1 } })
  const task = items[0]
  const page = await visitor()
  const panel = page.getByRole('complementary', { name: '这一条变成了什么' })
  await page.goto(task?.cite.href ?? '')
  await expect(panel).toContainText('尚未设立对应事项')

  await release(office, plan, 'tracked')
  await page.reload()
  await expect(panel.getByRole('link', { name: task?.title ?? '' })).toBeVisible()
  await expect(panel).toContainText('已纳入督查台账')

  await release(office, plan, 'progress')
  await page.reload()
  await expect(panel.locator('.light').first()).toBeVisible()
  await panel.getByRole('link', { name: task?.title ?? '' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(task?.title ?? '')

  await page.goto('/ledger')
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
  await release(office, plan, 'nothing')
})

test('searches with a word of two characters and sees every hit marked', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/')
  await page.getByRole('searchbox').first().fill('托育')
  await page.getByRole('searchbox').first().press('Enter')
  await expect(page.getByText(/找到 \d+ 处/)).toBeVisible()
  const hits = page.locator('ol.hits > li')
  for (const hit of await hits.all()) await expect(hit.locator('mark', { hasText: /托|育/ }).first()).toBeVisible()
  await hits.first().getByRole('link').first().click()
  await expect(page.locator('main')).toContainText('托育')

  await page.goto('/search?q=%E9%BE%98%E9%BE%98')
  await expect(
    page.getByText('没有找到与“龘龘”相符的内容').or(page.getByText(/没有找到与“龘龘”|没有找到与/)),
  ).toBeVisible()
})

test('asks who held a post on a day, and by which notice', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/officials')
  const post = page.getByRole('row').filter({ hasText: '澜川市政务服务局局长' })
  const ask = async (day: string) => {
    await page.getByLabel('日期').fill(day)
    await page.getByLabel('姓名或职务').fill('政务服务局局长')
    await page.getByRole('button', { name: '查询' }).click()
  }
  const earlier = post.filter({ hasText: '杭一舟' })
  const later = post.filter({ hasText: '邵亦凡' })
  await ask('2023-03-05')
  await expect(earlier.first()).toBeVisible()
  await expect(later).toHaveCount(0)
  await ask('2023-03-20')
  await expect(later.getByRole('link', { name: '澜政任〔2023〕3号' })).toBeVisible()
  await later.getByRole('link', { name: '邵亦凡' }).click()
  await expect(page.getByText('澜川市人民政府办公室副主任').first()).toBeVisible()
})

test('reads the chronicle by day and by person', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/chronicle')
  await page.getByLabel('月份').selectOption('2023-03')
  await page.getByRole('button', { name: '筛选' }).click()
  await expect(page.getByText(/共 22 条/)).toBeVisible()
  await expect(page.getByText('2023年3月2日至2023年3月3日')).toBeVisible()
  await page.getByLabel('人物').fill('裴知行')
  await page.getByRole('button', { name: '筛选' }).click()
  const entries = page.locator('.timeline p')
  expect(await entries.count()).toBeGreaterThan(1)
  for (const entry of await entries.all()) await expect(entry).toContainText('裴知行')
  await entries.first().getByRole('link', { name: '裴知行' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('裴知行')
})

test('reads all of it in English, and stays in English', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/?lang=en')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  for (const name of ['Gazette', 'Offices', 'Chronicle', 'Search', 'Promises']) {
    await page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/[A-Za-z]/)
  }
  await page.goto('/?lang=zh')
})
