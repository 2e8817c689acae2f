import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { diskFiles, type FileStore, kindOf, s3Files } from './index.ts'

const text = (value: string) => Buffer.from(value, 'utf8')
const zip = (part: string) => Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), text(`….${part}`)])

const kinds = [
  ['a pdf', text('%PDF-1.7 …'), 'pdf'],
  ['a Word document', zip('word/document.xml'), 'docx'],
  ['a workbook', zip('xl/workbook.xml'), 'xlsx'],
  ['another zip', zip('a.txt'), 'zip'],
  ['an old or encrypted Office file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'ole'],
  ['Chinese text', text('聊城市'), 'text'],
  ['UTF-16 text', Buffer.from([0xff, 0xfe, 0x4a, 0x80, 0x00, 0x30]), 'text'],
  ['an executable', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), 'binary'],
] as const
for (const [name, bytes, kind] of kinds) test(`kindOf: ${name}`, () => assert.equal(kindOf(bytes), kind))

async function keepsFiles(files: FileStore): Promise<void> {
  const digest = await files.put(text('一份公报'))
  assert.equal(await files.put(text('一份公报')), digest)
  assert.deepEqual(await files.get(digest), text('一份公报'))
  assert.equal(await files.get('0'.repeat(64)), undefined)
  assert.equal(await files.get('../../etc/passwd'), undefined)
  assert.deepEqual(await Array.fromAsync(files.list()), [digest])
}

test('files on disk: kept once, whole, and never altered', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guangyue-files-'))
  try {
    const files = diskFiles(folder)
    await keepsFiles(files)
    const [shelf = ''] = await readdir(folder)
    const [digest = ''] = await readdir(join(folder, shelf))
    await writeFile(join(folder, shelf, digest), '被改动')
    assert.equal(await files.get(digest), undefined)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('files in an S3 bucket', async () => {
  const objects = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://s3').pathname
    if (request.method === 'PUT') {
      const sent = Buffer.concat(await Array.fromAsync(request))
      objects.set(path, unframed(sent, request.headers['content-encoding']))
      return response.end()
    }
    if (path === '/bucket/' || path === '/bucket') {
      const keys = [...objects.keys()].map((key) => `<Contents><Key>${key.slice('/bucket/'.length)}</Key></Contents>`)
      return response.end(`<?xml version="1.0"?><ListBucketResult>${keys.join('')}</ListBucketResult>`)
    }
    const found = objects.get(path)
    response.statusCode = found ? 200 : 404
    return response.end(request.method === 'HEAD' ? undefined : (found ?? '<Error><Code>NoSuchKey</Code></Error>'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const endpoint = `http://127.0.0.1:${port}`
    await keepsFiles(s3Files({ endpoint, bucket: 'bucket', region: 'r', key: 'k', secret: 's', prefix: 'city/' }))
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** The payload of an aws-chunked body: length line, bytes, trailer. */
function unframed(sent: Buffer, encoding: string | undefined): Buffer {
  if (encoding !== 'aws-chunked') return sent
  const end = sent.indexOf('\r\n')
  const length = Number.parseInt(sent.subarray(0, end).toString('latin1'), 16)
  return sent.subarray(end + 2, end + 2 + length)
}
