/** The embedded database cannot run; the message is one Chinese sentence for the person who started the program. */
export class EmbeddedDatabaseFault extends Error {
  override readonly name = 'EmbeddedDatabaseFault'
}

export const DISK_FULL = '磁盘空间不足，内置数据库无法写入；已有数据未受影响，请腾出空间后重新启动'

const explanations: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|ENOSPC|Disk quota exceeded|Check free disk space/i, DISK_FULL],
  [/Read-only file system|EROFS/i, '数据文件夹所在的磁盘是只读的，内置数据库无法写入；请换一个可写的文件夹'],
  [
    /Permission denied|EACCES|EPERM|has wrong ownership|invalid permissions/i,
    '没有读写数据文件夹的权限；请用当初建立它的用户启动，或改正文件夹的属主和权限',
  ],
  [
    /incompatible with server|initialized by PostgreSQL version/i,
    '数据文件夹由另一版本的 PostgreSQL 建立，本版本不能直接使用；数据未改动，请先用原版本备份，再恢复到本版本',
  ],
  [
    /could not create shared memory|could not map anonymous shared memory|Cannot allocate memory/i,
    '内存不足，内置数据库无法启动；数据未受影响，请释放内存后重新启动',
  ],
  [/password authentication failed/, '密码文件与内置数据库不符；请把数据文件夹里的 password 文件从备份中恢复'],
  [/could not bind|Address already in use|could not create any TCP\/IP sockets/i, '内置数据库要用的端口被其他程序占用'],
  [
    /error while loading shared libraries|GLIBC_|not found \(required by/i,
    '本机的系统库不能运行内置的 PostgreSQL；请安装 PostgreSQL 15 以上版本并设置 DATABASE_URL',
  ],
]

/**
 * Turns what a PostgreSQL program or the file system said into one Chinese sentence, ending with where to read more.
 * `said` is its output or an error of node:fs; `where` the log file or folder that it is about.
 */
export function faultFrom(said: unknown, where: string): EmbeddedDatabaseFault {
  if (said instanceof EmbeddedDatabaseFault) return said
  const text = said instanceof Error ? said.message : String(said)
  const known = explanations.find(([pattern]) => pattern.test(text))?.[1]
  return new EmbeddedDatabaseFault(`${known ?? `内置数据库没有启动：${lastLine(text)}`}（${where}）`, { cause: said })
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() || '原因不明'
}
