import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, beforeEach, test } from 'node:test'

const lock = JSON.stringify({
  packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0', optional: true } },
})
const installed = (version: string) => JSON.stringify({ packages: { 'node_modules/a': { version } } })

let root = ''
beforeEach(() => {
  rmSync(root, { recursive: true, force: true })
  root = mkdtempSync(join(tmpdir(), 'guangyue-deps-'))
  for (const file of ['ensure-deps.mjs', 'lock.mjs']) cpSync(join(import.meta.dirname, file), join(root, 'tools', file))
  writeFileSync(join(root, 'package-lock.json'), lock)
  mkdirSync(join(root, 'node_modules'))
})
after(() => rmSync(root, { recursive: true, force: true }))

/** Puts a program named npm first in the path, in place of the real one. */
async function ensureDeps(npm: string): Promise<{ code: unknown; stderr: string }> {
  const bin = join(root, 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\n${npm}\n`, { mode: 0o755 })
  const child = spawn(process.execPath, [join(root, 'tools/ensure-deps.mjs')], {
    env: { PATH: `${bin}:/usr/bin:/bin`, TMPDIR: root },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  return { code, stderr }
}

const install = `echo once >> "${'$'}PWD/runs"; sleep 1; echo '${installed('1.0.0')}' > node_modules/.package-lock.json`

const present = [
  // what is in node_modules        its record        is npm called
  ['what the lock file names', installed('1.0.0'), false],
  ['another version', installed('0.9.0'), true],
  ['the rest of an install that was cut short', undefined, true],
] as const

for (const [name, record, called] of present) {
  test(`ensure dependencies: with ${name}, npm is ${called ? 'called' : 'left alone'}`, async () => {
    if (record !== undefined) writeFileSync(join(root, 'node_modules/.package-lock.json'), record)
    assert.equal((await ensureDeps(install)).code, 0)
    assert.equal(existsSync(join(root, 'runs')), called)
  })
}

test('ensure dependencies: two starts at once install once', async () => {
  const codes = await Promise.all([ensureDeps(install), ensureDeps(install)])
  assert.deepEqual(
    codes.map(({ code }) => code),
    [0, 0],
  )
  assert.equal(readFileSync(join(root, 'runs'), 'utf8'), 'once\n')
})

const failures = [
  ['npm error code ENOTFOUND', /连不上 npm 软件源.*cannot be reached/],
  ['npm error code ENOSPC', /磁盘空间不足.*disk is full/],
  ['npm error code EACCES', /没有写入 node_modules 的权限/],
  ['npm error something new', /依赖没有装好，原因见上/],
] as const

for (const [said, sentence] of failures) {
  test(`ensure dependencies: ${said} is explained and ends with 1`, async () => {
    const { code, stderr } = await ensureDeps(`echo '${said}' >&2; exit 1`)
    assert.equal(code, 1)
    assert.match(stderr, sentence)
    assert.ok(stderr.includes(said), 'what npm said is shown as well')
  })
}
