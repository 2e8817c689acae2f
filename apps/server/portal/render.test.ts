import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import type { RenderPage, ShellProps } from '@guangyue/platform/http'
import type { HomeView } from './home.view.ts'

// The renderer is bundled: these tests look at what the last `npm run build` made.
const bundle = new URL('../dist/pages/render.js', import.meta.url)
const unbuilt = existsSync(bundle) ? false : 'pages not built: npm run build'

const shell: ShellProps = {
  lang: 'zh',
  city: { key: 'sample', name: '样例市', governmentName: '样例市人民政府', contact: null },
  title: '首页',
  path: '/search?q=<b>',
  demo: false,
  playing: null,
  today: '2021-07-06',
  nav: [{ href: '/gazette', label: '公报', current: true }],
  crumbs: [],
  account: null,
  cssHref: '/assets/site.css',
}

const nothing: HomeView = {
  search: { action: null, hints: [] },
  promises: null,
  issue: null,
  acts: null,
  chronicle: null,
}

async function load(): Promise<RenderPage> {
  return ((await import(bundle.href)) as { render: RenderPage }).render
}

test('render: a whole document without script and without style attributes', { skip: unbuilt }, async () => {
  const render = await load()
  const html = render('portal.home', nothing, shell)
  assert.match(html, /^<!doctype html><html lang="zh-CN">/)
  assert.doesNotMatch(html, /<script|\sstyle="|\son[a-z]+="/)
})

test('render: what comes from outside is escaped', { skip: unbuilt }, async () => {
  const render = await load()
  const html = render('portal.error', { title: '<img src=x onerror=alert(1)>' }, { ...shell, title: '</title><b>' })
  assert.doesNotMatch(html, /<img|<\/title><b>|q=<b>/)
})

test('render: English says so, and keeps the Chinese of the city', { skip: unbuilt }, async () => {
  const render = await load()
  const html = render('portal.home', nothing, { ...shell, lang: 'en' })
  assert.match(html, /<html lang="en">/)
  assert.match(html, /No issue has been published yet/)
})

const banner = [
  ['a demonstration marks every page', true],
  ['a real city bears no such mark', false],
] as const

for (const [name, demo] of banner) {
  test(`render: ${name}`, { skip: unbuilt }, async () => {
    const render = await load()
    const html = render('portal.error', { title: '没有找到这个页面' }, { ...shell, demo })
    assert.equal(html.includes('演示数据'), demo)
  })
}

test('render: an unknown view is a bug', { skip: unbuilt }, async () => {
  const render = await load()
  assert.throws(() => render('constructor', {}, shell), /no view constructor/)
})
