import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EmbeddedDatabaseFault, faultFrom } from './fault.ts'

const table = [
  // what happened            what was said                                                         what the person reads
  ['the disk is full', 'FATAL:  could not write to file "pg_wal/xlogtemp.9": No space left on device', /^磁盘空间不足/],
  ['the folder is closed', "EACCES: permission denied, mkdir '/srv/x'", /^没有读写数据文件夹的权限/],
  ['another owner', 'FATAL:  data directory "/x" has wrong ownership', /^没有读写数据文件夹的权限/],
  ['a read-only disk', "EROFS: read-only file system, mkdir '/x'", /^数据文件夹所在的磁盘是只读的/],
  ['a later version', 'DETAIL:  The data directory was initialized by PostgreSQL version 19', /另一版本的 PostgreSQL/],
  ['an old system', 'initdb: error while loading shared libraries: libm.so.6', /系统库不能运行/],
  ['the port is taken', 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', /端口被其他程序占用/],
  ['something new', 'first line\nFATAL:  never seen before\n', /^内置数据库没有启动：FATAL: {2}never seen before（/],
  ['nothing said', '', /原因不明/],
] as const

for (const [name, said, sentence] of table) {
  test(`embedded database fault: ${name}`, () => {
    const fault = faultFrom(new Error(said), '/data/server.log')
    assert.match(fault.message, sentence)
    assert.match(fault.message, /（\/data\/server\.log）$/)
  })
}

test('embedded database fault: one that is already explained stays as it is', () => {
  const fault = new EmbeddedDatabaseFault('已说明')
  assert.equal(faultFrom(fault, '/x'), fault)
})
