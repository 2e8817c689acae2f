import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { cutOff, empty, gb18030, lockedDocx, lockedPdf, scan, zipBomb } from './stage/bad-files.ts'
import { countsOf, type Dropped, dropGazette, issueFile, withSampleIssue } from './stage/gazettes.ts'
import { expect, test } from './stage/stage.ts'

const whole = (kind: 'docx' | 'pdf') => readFileSync(issueFile(kind))
const text = (name: string, content: string | Buffer): Dropped => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
})

/** Why a file is not taken, in the words that a person reads. */
const refused: readonly (readonly [what: string, file: () => Dropped, answer: RegExp])[] = [
  ['a scan without text', () => scan, /pdf 中没有文字，可能是扫描件/],
  ['a broken pdf', () => cutOff('断.pdf', whole('pdf')), /pdf 文件已损坏或不完整/],
  ['a broken docx', () => cutOff('断.docx', whole('docx')), /docx 文件已损坏或不完整/],
  ['a pdf with a password', () => lockedPdf, /文件设有密码，无法读取/],
  ['a docx with a password', () => lockedDocx, /文件设有密码，无法读取/],
  ['an empty file', () => empty, /文件是空的/],
  ['a zip bomb', zipBomb, /docx 解压后的内容大得异常/],
  [
    'a picture with the name of a docx',
    () => ({ ...lockedDocx, buffer: Buffer.from('89504e470d0a1a0a', 'hex') }),
    /这是图片/,
  ],
  [
    'a text that is no gazette',
    () => text('菜谱.txt', '西红柿炒鸡蛋\n\n先把鸡蛋打散，再切西红柿。\n'.repeat(30)),
    /不像一期公报/,
  ],
]

for (const [what, file, answer] of refused) {
  test(`refused: ${what}`, async ({ desk }) => {
    const page = await desk('dubanshi')
    const before = await countsOf(page)
    const { stage } = await dropGazette(page, file())
    expect(stage).toBe('refused')
    await expect(page.getByText('文件没有收录')).toBeVisible()
    await expect(page.getByText(answer)).toBeVisible()
    await expect(page.getByText(/请/).first()).toBeVisible()
    expect(await countsOf(page)).toEqual(before)
    await page.goto('/desk/gazette/import')
    await expect(page.getByRole('row').filter({ hasText: answer }).first()).toBeVisible()
  })
}

test('200 MB: refused on the desk before anything is sent', async ({ desk }) => {
  const page = await desk('dubanshi')
  const folder = mkdtempSync(join(tmpdir(), 'guangyue-large-'))
  const file = join(folder, '全年合订本.pdf')
  closeSync(openSync(file, 'w'))
  truncateSync(file, 200 * 1024 * 1024)
  try {
    await page.goto('/desk/gazette/import')
    const sent: string[] = []
    page.on('request', (call) => call.method() === 'POST' && sent.push(call.url()))
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(page.getByText('文件超过 50 MB，没有上传')).toBeVisible()
    await expect(page.getByText('请压缩图片或拆分后重新上传')).toBeVisible()
    expect(sent).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('200 MB: the server refuses from the announced length, without waiting for the bytes', async ({ desk }) => {
  const page = await desk('dubanshi')
  const { status, body } = await announce(page, 200 * 1024 * 1024)
  expect(status).toBe(413)
  expect(body).toContain('文件超过 50 MB，没有接收')
})

/** Sends the head of an upload, and nothing of its body. */
async function announce(page: Page, length: number): Promise<{ status: number | undefined; body: string }> {
  const { host, port } = new URL(page.url())
  const cookies = await page.context().cookies()
  return new Promise((resolve, reject) => {
    const call = request({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: '/api/gazette/imports',
      headers: {
        host,
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': length,
      },
    })
    call.on('error', reject)
    call.on('response', async (answer) => {
      const pieces: Buffer[] = []
      for await (const piece of answer) pieces.push(piece)
      call.destroy()
      resolve({ status: answer.statusCode, body: Buffer.concat(pieces).toString() })
    })
    call.flushHeaders()
  })
}

test('GB18030 is read', async ({ desk }) => {
  const page = await desk('dubanshi')
  const signs = gb18030(readFileSync(issueFile('txt'), 'utf8').replaceAll('\u2003', '　'))
  const { stage, counts, issue } = await dropGazette(page, text('公报.txt', signs))
  expect(stage).toBe('drafted')
  expect(counts.documents).toBe(10)
  expect(issue?.label).toBe('2023年第3期（总第141期）')
})

test('the same issue twice, and by two people at the same time: nothing is doubled', async ({ desk }) => {
  const page = await desk('dubanshi')
  await withSampleIssue(page)
  await dropGazette(page, issueFile('txt'))
  const before = await countsOf(page)
  const again = await dropGazette(page, issueFile('txt'))
  expect(again.outcome).toBe('same')
  await expect(page.getByText('内容此前已经收录，没有重复写入')).toBeVisible()
  const other = await desk('gongbao')
  const both = await Promise.all([dropGazette(page, issueFile('txt')), dropGazette(other, issueFile('txt'))])
  expect(both.map(({ outcome }) => outcome)).toEqual(['same', 'same'])
  expect(await countsOf(page)).toEqual(before)
})

test('a corrected issue becomes a new version, is said to be one, and shows what differs', async ({
  desk,
  visitor,
}) => {
  const page = await desk('dubanshi')
  await dropGazette(page, issueFile('txt'))
  const before = await countsOf(page)
  const original = readFileSync(issueFile('txt'), 'utf8')
  const changed = original.replace('6200盏', '6300盏')
  expect(changed).not.toBe(original)
  const imported = await dropGazette(page, text('更正后的公报.txt', changed))
  expect(imported.outcome).toBe('corrected')
  await expect(page.getByText('1 份文件的文字有更正，已存为新的一版，旧版保留')).toBeVisible()
  expect(await countsOf(page)).toEqual({ ...before, texts: before.texts + 1 })

  const document = imported.documents.find(({ number }) => number === '澜政办发〔2023〕10号')
  await page.goto(`/desk/gazette/documents/${document?.id}`)
  await expect(page.getByText('1 处不同')).toBeVisible()
  const row = page.getByRole('region', { name: '版本差别' }).getByRole('row').last()
  await expect(row).toContainText('6200盏')
  await expect(row).toContainText('6300盏')

  const reader = await visitor()
  await reader.goto(String(document?.url))
  await expect(reader.getByText('6300盏')).toBeVisible()
  await dropGazette(page, issueFile('txt'))
})
