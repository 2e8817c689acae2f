import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

const program = join(import.meta.dirname, 'guangyue.mjs')
let folder = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guangyue-cli-'))
})
after(() => rm(folder, { recursive: true, force: true }))

function guangyue(words: readonly string[], node = process.execPath) {
  const { status, stdout, stderr } = spawnSync(node, [program, ...words], { cwd: folder, encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('guangyue: without words it shows the help', () => {
  const { status, stdout } = guangyue([])
  assert.equal(status, 0)
  for (const name of ['parse', 'clock', 'systems']) assert.match(stdout, new RegExp(`guangyue ${name} `))
})

const refusals = [
  // what was typed                            what is said
  [['play'], '没有 play 这个命令；运行 guangyue help 查看全部命令。\n'],
  [['clock', 'absent.jsonl'], '找不到文件，请检查路径：absent.jsonl\n'],
  [['clock', '.'], '这是文件夹，不是文件：.\n'],
  [['clock'], '没有写文件名。用法：guangyue clock FILE.jsonl\n'],
  [['systems', '--yaml'], '选项不对：guangyue systems [--json]\n'],
  [['parse', 'absent.txt', '--json'], '找不到文件，请检查路径：absent.txt\n'],
  [['parse', 'x', '--year', '21'], '年份应为四位数字，例如 --year 2021；现在是 21\n'],
] as const

for (const [words, sentence] of refusals) {
  test(`guangyue ${words.join(' ')}: one sentence and exit code 2`, () => {
    assert.deepEqual(guangyue(words), { status: 2, stdout: '', stderr: sentence })
  })
}

test('guangyue clock: one line out for each line in, in order, bad ones with an error', async () => {
  const line = (id: string, n: number) =>
    JSON.stringify({ id, started: '2021-09-28', term: { n, unit: 'working-day' }, events: [], asOf: '2021-09-29' })
  const lines = [line('a', 2), 'not json', '', line('b', 3), '{"id":"c"}']
  await writeFile(join(folder, 'clocks.jsonl'), lines.join('\r\n'))
  const { status, stdout } = guangyue(['clock', 'clocks.jsonl'])
  assert.equal(status, 0)
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text))
  assert.deepEqual(
    answers.map(({ id, lastDay, error }) => [id, lastDay ?? typeof error]),
    [
      ['a', '2021-09-30'],
      [null, 'string'],
      [null, 'string'],
      ['b', '2021-10-08'],
      ['c', 'string'],
    ],
  )
})

test('guangyue clock: a reader that stops early is no error', async () => {
  const line = JSON.stringify({ id: 1, started: '2021-09-28', term: { n: 1, unit: 'month' }, asOf: '2021-09-29' })
  await writeFile(join(folder, 'many.jsonl'), `${line}\n`.repeat(5000))
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', `"$0" "$1" clock many.jsonl | head -n 1`, process.execPath, program],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
  assert.equal(stdout.split('\n').length, 2)
  assert.equal(stderr, '')
})

test('guangyue parse: a refused file gives the contract with one fault, a sentence, and exit code 2', async () => {
  await writeFile(join(folder, 'empty.txt'), '')
  const { status, stdout, stderr } = guangyue(['parse', 'empty.txt', '--json'])
  assert.equal(status, 2)
  assert.match(stderr, /^文件是空的/)
  const { issue, measures, faults } = JSON.parse(stdout)
  assert.deepEqual([issue, measures, faults.length, faults[0].code], [null, [], 1, 'source-empty'])
})

test('guangyue parse: GB18030 is read, and --json and the summary tell of the same document', async () => {
  // 关于开展试点的通知, in GB18030
  const bytes = Buffer.from('b9d8d3dabfaad5b9cad4b5e3b5c4cda8d6aa0a', 'hex')
  await writeFile(join(folder, 'gb.txt'), Buffer.concat([bytes, bytes, bytes]))
  const { status, stdout } = guangyue(['parse', 'gb.txt', '--json'])
  assert.equal(status, 0)
  assert.deepEqual(Object.keys(JSON.parse(stdout)), [
    'issue',
    'documents',
    'measures',
    'appointments',
    'chronicle',
    'faults',
  ])
  assert.match(guangyue(['parse', 'gb.txt']).stdout, /文件 \d+ 件，任务 \d+ 条/)
})

const oldNode = '/usr/bin/node'
const oldOne = existsSync(oldNode) && !/^v2[2-9]|^v[3-9]/.test(spawnSync(oldNode, ['-v'], { encoding: 'utf8' }).stdout)

test('guangyue: an older Node hands over to the one that npm installed', {
  skip: !oldOne && 'no older Node here',
}, () => {
  const { status, stdout } = guangyue(['systems', '--json'], oldNode)
  assert.equal(status, 0)
  assert.equal(JSON.parse(stdout).length, 53)
})
