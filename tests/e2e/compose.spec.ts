import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseIssue } from '@guangyue/kernel/gazette-text'
import {
  getCompositionEndpoint,
  listCompositionsEndpoint,
  reviewCompositionEndpoint,
  saveCompositionEndpoint,
  voidCompositionEndpoint,
} from '@guangyue/modules/gazette/compose/api'
import { readSource } from '@guangyue/modules/gazette/source'
import { addByHandEndpoint, confirmMeasuresEndpoint } from '@guangyue/modules/ledger/api'
import {
  composeNoticesEndpoint,
  getNoticeEndpoint,
  issueNoticeEndpoint,
  noticeChoicesEndpoint,
  publishNoticeEndpoint,
  reviewNoticeEndpoint,
} from '@guangyue/modules/ledger/notices/api'
import type { Page } from '@playwright/test'
import { ask, told } from './stage/ask.ts'
import { dropGazette } from './stage/gazettes.ts'
import { expectGoodLook } from './stage/look.ts'
import { expect, test } from './stage/stage.ts'

const unit = '市水务局'
const mimeTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const
const desktop = { width: 1440, height: 900 }
const title = '澜川市人民政府关于印发澜川市渡亭修缮办法的通知'
const posts = '澜川市人民政府关于闻笛声等任免职的通知'
const dialog = (page: Page) => page.getByRole('dialog')
const standing = (page: Page) => page.locator('.work__title .light')

/** A 督办单 about a late task, issued and published by the supervision office. Comes back with its number. */
async function publishedNotice(writer: Page, reviewer: Page): Promise<string> {
  const task = '清理渡口淤积'
  const { measureId, version } = await told(writer, addByHandEndpoint, {
    body: {
      id: randomUUID(),
      basis: { kind: '会议纪要', title: `${task}专题会议纪要` },
      title: task,
      tasks: [
        {
          id: randomUUID(),
          title: task,
          leads: [{ name: unit }],
          supports: [],
          dates: [{ due: '2023-03-30' }],
          targets: [],
        },
      ],
    },
  })
  await told(writer, confirmMeasuresEndpoint, { body: { measures: [{ id: measureId, version }] } })
  const { units } = await told(writer, noticeChoicesEndpoint)
  const bodyId = units.find((one) => one.unit.name === unit)?.unit.id ?? ''
  const { ids } = await told(writer, composeNoticesEndpoint, {
    body: { kind: 'order', units: [{ id: randomUUID(), bodyId }] },
  })
  const params = { id: ids[0] ?? '' }
  const seen = async () => ({ version: (await told(reviewer, getNoticeEndpoint, { params })).version })
  await told(reviewer, reviewNoticeEndpoint, { params, body: await seen() })
  const { number } = await told(reviewer, issueNoticeEndpoint, { params, body: await seen() })
  await told(reviewer, publishNoticeEndpoint, { params, body: { ...(await seen()), published: true } })
  return number
}

/** No issue is left open by an earlier try. */
async function noneOpen(page: Page): Promise<void> {
  const { items } = await told(page, listCompositionsEndpoint)
  for (const { id } of items.filter(({ state }) => state === 'draft' || state === 'reviewed')) {
    const { version } = await told(page, getCompositionEndpoint, { params: { id } })
    await told(page, voidCompositionEndpoint, { params: { id }, body: { version, reason: '重新编排' } })
  }
}

async function step(page: Page, name: string): Promise<void> {
  await page.setViewportSize(desktop)
  await page.getByRole('button', { name, exact: true }).click()
  await dialog(page).getByRole('button', { name, exact: true }).click()
}

test('an issue that is imported: a sentence broken over pages is whole at its own address', async ({
  desk,
  visitor,
}) => {
  const lines = [
    ...['澜川市人民政府公报', '2022年第9期（总第135期）', '主管主办：澜川市人民政府', '目 录', '◎市政府文件'],
    ...['澜川市人民政府关于公布古树名录的通告', '澜政通〔2022〕9号 2', '澜川市人民政府关于公布古桥名录的通告'],
    ...['澜政通〔2022〕10号 5', '澜政通〔2022〕9号', '澜川市人民政府关于公布古树名录的通告'],
    ...['一、古树一百二十株，挂牌公（下转第7页）', '澜政通〔2022〕10号', '澜川市人民政府关于公布古桥名录的通告'],
    ...['一、古桥十九座。', '澜川市人民政府', '2022年9月6日'],
    ...['（上接第2页）布，任何人不得攀折。', '二、名录每年核对。', '澜川市人民政府', '2022年9月5日'],
  ]
  const text = { name: '第9期.txt', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n\n')) }
  const imported = await dropGazette(await desk('gongbao'), text)
  expect(imported.stage).toBe('drafted')
  expect(imported.documents.map(({ number }) => number)).toEqual(['澜政通〔2022〕9号', '澜政通〔2022〕10号'])
  const citizen = await visitor()
  await citizen.goto(`/documents/${encodeURIComponent('澜政通〔2022〕9号')}/${encodeURIComponent('一')}`)
  await expect(citizen.getByText('古树一百二十株，挂牌公布，任何人不得攀折。').first()).toBeVisible()
})

test('an issue: composed from a published notice and documents of its own, reviewed, signed, printed, read back, verified', async ({
  desk,
  visitor,
}) => {
  test.setTimeout(240_000)
  const [writer, reviewer, editor] = [await desk('dubanshi'), await desk('dubanzhuren'), await desk('gongbao')]
  await noneOpen(editor)
  const ordered = await publishedNotice(writer, reviewer)
  // Each run of this test has numbers of its own.
  const serial = Number(/\d+(?=号)/.exec(ordered)?.[0] ?? 0) + 700
  const [number, posted] = [`澜政发〔2023〕${serial}号`, `澜政任〔2023〕${serial}号`]

  await editor.goto('/desk/gazette/manuscripts')
  await expect(editor.getByText(ordered)).toBeVisible()
  await expectGoodLook(editor)
  await editor.setViewportSize(desktop)
  await editor.getByRole('link', { name: '录入文件' }).click()
  await expect(editor.getByText('把一份公文的 docx')).toBeVisible()
  await expectGoodLook(editor)
  await editor.setViewportSize(desktop)
  const lines = [
    number,
    title,
    '各县（市、区）人民政府：',
    '《澜川市渡亭修缮办法》已经市政府研究同意，现印发给你们，请认真贯彻执行。',
    '澜川市人民政府',
    '2023年3月9日',
    '澜川市渡亭修缮办法',
    '第一条 为修好渡亭，制定本办法。',
    '第二条 市文化和旅游局每年6月底前公布修缮名录。',
    '第三条 本办法自2023年5月1日起施行。',
  ]
  await editor.locator('input[type=file]').setInputFiles({
    name: '渡亭.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(lines.join('\n')),
  })
  await expect(editor.getByLabel('标题', { exact: true })).toHaveValue(title)
  await expect(editor.getByLabel('文号', { exact: true })).toHaveValue(number)
  await expect(editor.getByLabel('成文日期', { exact: true })).toHaveValue('2023-03-09')
  await editor.getByRole('button', { name: '读一遍' }).click()
  await expect(editor.getByText('读出的与填写的一致')).toBeVisible()
  await expectGoodLook(editor)
  await editor.setViewportSize(desktop)
  await editor.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(editor).toHaveURL(/\/gazette\/manuscripts\/[0-9a-f-]{36}/)
  await expect(standing(editor)).toHaveText('待刊')

  await editor.goto('/desk/gazette/manuscripts/new')
  await editor.getByRole('button', { name: '直接填写或粘贴文字' }).click()
  await editor.getByLabel('标题', { exact: true }).fill(posts)
  await editor.getByLabel('文号', { exact: true }).fill(posted)
  await editor.getByLabel('栏目', { exact: true }).fill('人事任免')
  await editor.getByLabel('发文机关', { exact: true }).fill('澜川市人民政府')
  await editor.getByLabel('成文日期', { exact: true }).fill('2023-03-10')
  await editor
    .getByLabel('正文', { exact: true })
    .fill('市政府决定：\n任命闻笛声为澜川市水务局副局长；\n免去纪长亭的澜川市水务局副局长职务。')
  await editor.getByRole('button', { name: '读一遍' }).click()
  await expect(editor.getByText('任命闻笛声　澜川市水务局副局长')).toBeVisible()
  await editor.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(standing(editor)).toHaveText('待刊')

  await editor.goto('/desk/gazette/compose')
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('编辑公报')
  await expectGoodLook(editor)
  await editor.setViewportSize(desktop)
  await editor.getByRole('button', { name: '新开一期' }).click()
  await expect(dialog(editor)).toContainText(/新开2023年第\d+期/)
  await dialog(editor)
    .getByRole('button', { name: /^新\s*开$/ })
    .click()
  await expect(editor).toHaveURL(/\/gazette\/compose\/[0-9a-f-]{36}/)
  const id = editor.url().split('/').at(-1) ?? ''
  const params = { id }
  for (const name of [/^编入《关于逾期任务督办的通知》$/, `编入《${posts}》`, `编入《${title}》`]) {
    await editor.getByRole('button', { name, exact: true }).first().click()
  }
  // The order is changed by the keyboard alone: 市政府文件 comes before what stands above it.
  const up = editor.getByRole('button', { name: '上移栏目“市政府文件”' })
  await up.focus()
  await editor.keyboard.press('Enter')
  await editor.keyboard.press('Enter')
  await expect(editor.getByLabel('第 1 个栏目')).toHaveValue('市政府文件')
  await editor.getByRole('button', { name: '加一条任免' }).click()
  await editor.getByLabel('第 1 条任免', { exact: true }).fill('任命叶听澜为澜川市档案馆馆长（试用期一年）。')
  await editor.getByRole('button', { name: '加一条大事' }).click()
  await editor.getByLabel('第 1 条大事', { exact: true }).fill('市长程远到渡口调研渡亭修缮工作。')
  await editor.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(editor.getByRole('status')).toContainText('与已保存的内容一致')
  await expect(editor.getByText('核对无误')).toBeVisible()
  await expect(editor.getByText('等另一位工作人员审核')).toBeVisible()
  await expect(editor.getByRole('button', { name: '审核通过' })).toHaveCount(0)
  await expectGoodLook(editor)
  await editor.setViewportSize(desktop)
  const { version, label, content } = await told(editor, getCompositionEndpoint, { params })
  const own = await ask(editor, reviewCompositionEndpoint, { params, body: { version } })
  expect([own.status, own.body.code]).toEqual([403, 'gazette.own-composition'])
  await editor.getByRole('link', { name: '逐页看' }).click()
  await expect(editor.getByRole('listitem', { name: '第 1 页' })).toContainText('澜川市人民政府公报')
  await expect(editor.getByRole('listitem', { name: '第 4 页' })).toContainText(number)
  await expectGoodLook(editor)
  await editor.setViewportSize(desktop)

  const officer = await desk('shuiwu')
  expect((await ask(officer, getCompositionEndpoint, { params })).status).toBe(403)
  await reviewer.goto(`/desk/gazette/compose/${id}`)
  await expect(standing(reviewer)).toHaveText('待审核')
  await expect(reviewer.getByRole('button', { name: /^签\s*发$/ })).toHaveCount(0)
  await step(reviewer, '审核通过')
  await expect(standing(reviewer)).toHaveText('待签发')
  await editor.goto(`/desk/gazette/compose/${id}`)
  await editor.getByRole('button', { name: /^签\s*发$/ }).click()
  await expect(dialog(editor)).toContainText('签发后不能改动')
  await dialog(editor)
    .getByRole('button', { name: /^签\s*发$/ })
    .click()
  await expect(standing(editor)).toHaveText('已签发', { timeout: 60_000 })
  await expectGoodLook(editor)
  await editor.setViewportSize(desktop)
  const late = await ask(editor, saveCompositionEndpoint, { params, body: { version: version + 2, content } })
  expect([late.status, late.body.code]).toEqual([409, 'gazette.composition-step-not-possible'])

  const wanted = [
    [number, title, '澜川市人民政府', '2023-03-09', '通知'],
    [ordered, '关于逾期任务督办的通知', '澜川市人民政府办公室', expect.any(String), '通知'],
    [posted, posts, '澜川市人民政府', '2023-03-10', '任免'],
  ]
  const files = new Map<string, Buffer>()
  for (const kind of ['pdf', 'docx', 'txt']) {
    const waiting = editor.waitForEvent('download')
    await editor.getByRole('link', { name: new RegExp(`\\.${kind}`) }).click()
    const file = await waiting
    expect(file.suggestedFilename()).toBe(`澜川市人民政府公报 ${label}.${kind}`)
    const bytes = await readFile(await file.path())
    files.set(kind, bytes)
    const source = await readSource(bytes, file.suggestedFilename())
    const read = parseIssue(source.ok ? source.text : '')
    expect(read.issue.label).toBe(label)
    expect(read.documents.slice(0, 3).map((one) => [one.number, one.title, one.issuer, one.date, one.kind])).toEqual(
      wanted,
    )
    expect(read.appointments.map(({ person, action }) => `${person} ${action}`)).toEqual([
      '闻笛声 appoint',
      '纪长亭 remove',
      '叶听澜 appoint',
    ])
    expect(read.chronicle.map(({ text }) => text)).toEqual([
      expect.stringMatching(/日，市长程远到渡口调研渡亭修缮工作。$/),
    ])
    expect(source.ok ? source.text : '').toContain('演示')
  }
  for (const kind of ['docx', 'pdf'] as const) {
    const buffer = files.get(kind) ?? Buffer.alloc(0)
    const again = await dropGazette(editor, { name: `读回.${kind}`, mimeType: mimeTypes[kind], buffer })
    expect([again.stage, again.outcome]).toEqual(['drafted', 'same'])
  }
  const altered = await dropGazette(editor, {
    name: '改动.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from((files.get('txt') ?? Buffer.alloc(0)).toString().replaceAll('渡亭', '渡船')),
  })
  expect([altered.stage, altered.refusal?.code]).toEqual(['refused', 'gazette.signed-issue-stands'])

  const citizen = await visitor()
  await citizen.goto('/gazette')
  await citizen.getByRole('link', { name: label }).click()
  await citizen.getByRole('link', { name: title }).click()
  await expect(citizen.getByRole('heading', { level: 1 })).toContainText('渡亭修缮办法')
  const clause = `/documents/${encodeURIComponent(number)}/${encodeURIComponent('第二条')}`
  expect((await citizen.goto(clause))?.status()).toBe(200)
  await expect(citizen.getByText('市文化和旅游局每年6月底前公布修缮名录').first()).toBeVisible()
  await citizen.goto(`/search?q=${encodeURIComponent('渡亭修缮名录')}`)
  await expect(citizen.locator('mark').filter({ hasText: '修缮' }).first()).toBeVisible()
  await citizen.goto('/gazette')
  await citizen.getByRole('link', { name: label }).click()
  await citizen.getByRole('link', { name: '验证本期' }).click()
  await expect(citizen.getByText('验证通过：本期内容与签发时一致')).toBeVisible()
  const waiting = citizen.waitForEvent('download')
  await citizen.getByRole('link', { name: '签发书（json）' }).click()
  const proof = JSON.parse(await readFile(await (await waiting).path(), 'utf8'))
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  expect(sha256(proof.content)).toBe(proof.contentHash)
  expect(sha256(proof.statement)).toBe(proof.hash)
  expect(JSON.parse(proof.statement).content).toBe(proof.contentHash)
  const key = createPublicKey({ key: Buffer.from(proof.publicKey, 'base64'), format: 'der', type: 'spki' })
  expect(verify(null, Buffer.from(proof.statement), key, Buffer.from(proof.signature, 'base64'))).toBe(true)
  const pdf = await readSource(files.get('pdf') ?? Buffer.alloc(0), 'a.pdf')
  expect((pdf.ok ? pdf.text : '').replaceAll(/\s/g, '')).toContain(proof.hash)
  for (const address of [new URL(citizen.url()).pathname, new URL(citizen.url()).pathname.replace('/verify', '')]) {
    await editor.goto(address)
    await expectGoodLook(editor)
  }
})
