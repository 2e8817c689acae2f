import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createDatabase, type TestDatabase } from '@guangyue/platform/testing'
import { runCommandLine } from './run.ts'

describe('guangyue: an installation on a database of its owner', () => {
  let folder = ''
  let database: TestDatabase
  let other: TestDatabase

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guangyue-cli-'))
    database = await createDatabase()
    other = await createDatabase()
  })
  after(async () => {
    await database.drop()
    await other.drop()
    await rm(folder, { recursive: true, force: true })
  })

  async function guangyue(words: string, given: { readonly on?: TestDatabase; readonly password?: string } = {}) {
    const said = { out: '', err: '' }
    const code = await runCommandLine(words.split(' '), {
      root: folder,
      cwd: folder,
      env: { DATABASE_URL: (given.on ?? database).url, GUANGYUE_DATA: folder, GUANGYUE_ADMIN_PASSWORD: given.password },
      async print(text) {
        said.out += text
      },
      warn(line) {
        said.err += line
      },
    })
    return { code, ...said }
  }

  test('without a city it says what to give', async () => {
    const { code, err } = await guangyue('admin create')
    assert.equal(code, 2)
    assert.match(err, /还没有城市：请同时给出 --city/)
  })

  test('a weak password is refused by its reason; the next one makes the account', async () => {
    const make = 'admin create --city linshui --city-name 临水市 --host linshui.example'
    const weak = await guangyue(make, { password: 'admin-2026-xyz' })
    assert.equal(weak.code, 2)
    assert.match(weak.out, /城市 临水市 已建立，域名 linshui\.example/)
    assert.match(weak.err, /账号信息有误：密码/)
    const made = await guangyue(make)
    assert.equal(made.code, 0)
    assert.match(
      made.out,
      /^临水市 的管理员账号已建立：用户名 admin\n初始密码（只显示这一次，登录后请修改）：\S{16}\n$/,
    )
    const twice = await guangyue(make)
    assert.deepEqual([twice.code, twice.err], [2, '账号信息有误：用户名已被使用，请换一个'])
  })

  test('the chain is verified, and a backup restored elsewhere verifies as well', async () => {
    assert.equal((await guangyue('backup all.tar.gz')).code, 0)
    const verified = await guangyue('audit verify')
    assert.equal(verified.code, 0)
    assert.match(verified.out, /临水市：记录 [1-9]\d* 条，封签 1 个，未封 0 条/)
    const restored = await guangyue('restore all.tar.gz', { on: other })
    assert.equal(restored.code, 0)
    assert.match(restored.out, /已恢复 临水市/)
    const again = await guangyue('audit verify', { on: other })
    assert.deepEqual([again.code, again.out], [0, verified.out])
    assert.equal((await guangyue('restore all.tar.gz', { on: other })).code, 2)
  })

  test('signed issues: a city that signed none has an empty chain; a city that is not there is refused', async () => {
    const verified = await guangyue('gazette verify')
    assert.deepEqual([verified.code, verified.out], [0, '临水市：签发公报 0 期，不符 0 期\n'])
    assert.equal((await guangyue('gazette verify --city wuyou')).code, 2)
  })
})
