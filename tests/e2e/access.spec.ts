import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listImportsEndpoint, listRecordsEndpoint } from '@guangyue/modules/gazette/api'
import { meEndpoint } from '@guangyue/modules/identity/api'
import { listDocumentsEndpoint, listTasksEndpoint } from '@guangyue/modules/ledger/api'
import { addFindingEndpoint, saveInspectionEndpoint } from '@guangyue/modules/ledger/inspections/api'
import { enterPointsEndpoint, saveMetricEndpoint } from '@guangyue/modules/ledger/metrics/api'
import { listProblemsEndpoint } from '@guangyue/modules/ledger/problems/api'
import type { Page } from '@playwright/test'
import { screens } from '../../apps/server/desk/screens.tsx'
import { told } from './stage/ask.ts'
import { release, withSampleTasks } from './stage/gazettes.ts'
import { expectGoodLook } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'

// No fault of access and nothing wider than a telephone: on every page that there is, in light and in dark.

const plan = '澜政发〔2023〕6号'

/** Every public page, from the list of declared routes. */
const publicPaths = [
  ...readFileSync(join(import.meta.dirname, '../../docs/permissions.md'), 'utf8').matchAll(
    /^\| `GET (\/[^`]*)` \| 任何人 /gm,
  ),
].flatMap(([, path = '']) => (path.startsWith('/api/') && path.endsWith('.json') ? [] : [path]))

/** What stands in the places of an address; several where a page has several looks. */
type Addresses = Readonly<Record<string, readonly string[]>>

async function publicAddresses(office: Page): Promise<Addresses> {
  const { documents, issues } = await told(office, listRecordsEndpoint)
  const url = (number: string) => documents.find((one) => one.number === number)?.url ?? ''
  const document = (await told(office, listDocumentsEndpoint)).items.find(({ number }) => number === plan)?.id
  const [task] = (await told(office, listTasksEndpoint, { query: { document, limit: 1 } })).items
  return {
    '/': ['/', '/?lang=en'],
    '/documents/*': [
      url(plan),
      task?.cite.href ?? '',
      url('澜政办字〔2023〕15号'),
      url('澜政办字〔2023〕14号'),
      url('澜政任〔2023〕3号'),
      `${url(plan)}?lang=en`,
    ],
    '/gazette/issues/:key': [issues[0]?.url ?? ''],
    // A signed issue and a released metric are looked at in their own tests; feeds and files are no pages.
    '/gazette/issues/:key/files/:kind': [],
    '/gazette/issues/:key/proof.json': [],
    '/gazette/issues/:key/verify': [],
    '/gazette/texts/:key': [],
    '/ledger': ['/ledger', '/ledger?light=red', '/ledger?lang=en'],
    '/ledger/clauses/:id/feed.atom': [],
    '/ledger/metrics/:id': [],
    '/ledger/tasks/:id': [`/ledger/tasks/${task?.id}`],
    '/ledger/tasks/:id/feed.atom': [],
    '/licences/keys.json': [],
    '/licences/verify/:code': ['/licences/verify/none', '/licences/verify/none?lang=en'],
    // One that is published is looked at in its own test.
    '/notices/:id': [],
    '/notices/:id/docx': [],
    '/notices/:id/pdf': [],
    '/chronicle.xlsx': [],
    '/chronicle/:day/:place': [
      '/chronicle/2023-03-02/1',
      '/chronicle/2023-03-02/1?lang=en',
      '/chronicle/2023-03-02/99',
    ],
    '/officials/:person': ['/officials/邵亦凡'],
    '/officials/acts': ['/officials/acts', '/officials/acts?lang=en', '/officials/acts?name=龘'],
    '/officials/acts.xlsx': [],
    '/search': ['/search', '/search?q=服务', '/search?q=龘龘', '/search?q=服务&lang=en'],
    '/services': ['/services', '/services?q=龘', '/services?lang=en'],
    '/services/:code': ['/services/food-business', '/services/food-business?lang=en'],
    '/services/:code/checklist': ['/services/food-business/checklist'],
    '/services/:code/form': ['/services/food-business/form'],
    '/sign-in': ['/sign-in', '/sign-in?lang=en'],
  }
}

test('every public page, and none of them has a script', async ({ desk, browser }) => {
  test.setTimeout(300_000)
  const office = await desk('dubanshi')
  await withSampleTasks(office)
  await release(office, plan, 'progress')
  const known = await publicAddresses(office)
  const addresses = [...publicPaths.flatMap((path) => known[path] ?? [path]), '/no-such-page']
  expect(addresses.filter((address) => /[:*]|undefined/.test(address) || address === '')).toEqual([])
  const page = await (await browser.newContext()).newPage()
  // A language stays chosen, so the pages in English come last.
  for (const address of addresses.toSorted((a, b) => Number(a.includes('lang=')) - Number(b.includes('lang=')))) {
    await page.goto(address)
    await expect.soft(page.locator('script'), address).toHaveCount(0)
    await expectGoodLook(page)
  }
  await page.context().close()
})

/** Who opens a screen: the first of these who may. */
const people = [
  ['dubanshi', 'sample'],
  ['guanliyuan', 'sample'],
  ['shenji', 'sample'],
  ['gongbao', 'sample'],
  ['zhengwu', 'sample'],
  ['chuangkou', 'sample'],
  ['guanliyuan', 'liaocheng'],
] as const

async function deskAddresses(office: Page): Promise<Addresses> {
  const [task] = (await told(office, listTasksEndpoint, { query: { limit: 1 } })).items
  const [imported] = await told(office, listImportsEndpoint)
  const { documents } = await told(office, listRecordsEndpoint)
  const { items } = await told(office, listDocumentsEndpoint)
  const draft = items.find(({ drafts }) => drafts.waiting > 0) ?? items[0]
  const { inspection, finding, problem } = await inspected(office, task?.id ?? '')
  return {
    'ledger/tasks/:id': [`ledger/tasks/${task?.id}`],
    'ledger/inspections/:id': [`ledger/inspections/${inspection}`],
    'ledger/inspections/findings/:id': [`ledger/inspections/findings/${finding}`],
    'ledger/problems/:id': [`ledger/problems/${problem}`],
    'ledger/metrics/:id': [`ledger/metrics/${await measured(office)}`],
    // This city has no indicators; those of the other are looked at in their own test.
    'ledger/indicators/:key': [],
    // Looked at in their own tests.
    'gazette/compose/:id': [],
    'gazette/manuscripts/:id': [],
    'ledger/notices/:id': [],
    'ledger/reports/:id': [],
    'ledger/lists': ['ledger/lists', 'ledger/lists?list=problems', 'ledger/lists?list=remedies'],
    'ledger/inspections': ['ledger/inspections', 'ledger/inspections?show=findings'],
    'ledger/review/:document': [`ledger/review/${draft?.id}`],
    'gazette/imports/:id': [`gazette/imports/${imported?.id}`],
    'services/:code': ['services/food-business'],
    'window/:code': ['window/food-business'],
    'apply/:code': ['apply/food-business'],
    // Looked at in their own test, with a case.
    'cases/:id': [],
    'cases/:id/supplement': [],
    'gazette/documents/:id': [`gazette/documents/${documents.find(({ number }) => number === plan)?.id}`],
  }
}

/** A metric with a series, a forecast and two targets. */
async function measured(office: Page): Promise<string> {
  const id = randomUUID()
  const target = { op: '>=' as const, value: 90, phrase: '九成以上' }
  const nobody = { bodyId: null, indicatorKey: null, computed: null }
  const form = { name: '网办率', unit: '%', direction: 'up' as const, baseline: 60, baselineOn: null }
  const targets = [
    { ...target, day: '2023-12-31' },
    { ...target, day: '2025-12-31', value: 95 },
  ]
  await told(office, saveMetricEndpoint, { params: { id }, body: { version: null, ...form, ...nobody, targets } })
  const values = [
    { metricId: id, day: '2023-01-31', value: 70 },
    { metricId: id, day: '2023-02-28', value: 74 },
    { metricId: id, day: '2023-03-31', value: 76 },
  ]
  await told(office, enterPointsEndpoint, { body: { values } })
  return id
}

/** An inspection with one finding, and the problem that it raised. */
async function inspected(office: Page, taskId: string) {
  const { account, today } = await told(office, meEndpoint)
  const bodyId = account.bodyId ?? ''
  const [inspection, finding] = [randomUUID(), randomUUID()]
  const days = { fromDay: today, toDay: today }
  const nobody = {
    places: [],
    bodyIds: [],
    documentIds: [],
    taskIds: [taskId],
    verifierBodyId: null,
    repeatReason: null,
  }
  const plan = { version: null, kind: 'visit' as const, title: '一次督查', plan: '看现场', graceDays: 3 }
  const members = [{ name: '督查员', accountId: null }]
  await told(office, saveInspectionEndpoint, {
    params: { id: inspection },
    body: { ...plan, ...days, ...nobody, members },
  })
  const said = { id: finding, text: '窗口没有开', taskId, basis: null, bodyId, term: { days: 5 } }
  await told(office, addFindingEndpoint, { params: { id: inspection }, body: said })
  const { items } = await told(office, listProblemsEndpoint, { query: { task: taskId } })
  return { inspection, finding, problem: items.find(({ sourceId }) => sourceId === finding)?.id }
}

test('every screen of the desk', async ({ desk }) => {
  test.setTimeout(300_000)
  const office = await desk('dubanshi')
  await withSampleTasks(office)
  const known = await deskAddresses(office)
  const addressed = screens.flatMap((screen) =>
    (known[screen.path] ?? [screen.path]).map((address) => ({ ...screen, address })),
  )
  expect(addressed.filter(({ address }) => /[:*]|undefined/.test(address))).toEqual([])
  const walked = new Set<string>()
  for (const [username, city] of people) {
    const page = username === 'dubanshi' ? office : await desk(username, city)
    const me = await told(page, meEndpoint)
    for (const { address, may, when } of addressed) {
      const open = (may === undefined || me.actions.includes(may)) && (when === undefined || when(me))
      if (!open || walked.has(address)) continue
      walked.add(address)
      await page.goto(`/desk/${address}`)
      await drawn(page)
      await expectGoodLook(page)
    }
  }
  expect(addressed.map(({ address }) => address).filter((address) => !walked.has(address))).toEqual([])
})

/** The screen has its heading, and nothing on it is still on its way. */
async function drawn(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy=true], .ant-spin-spinning, .ant-skeleton')).toHaveCount(0)
}
