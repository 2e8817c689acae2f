import { type FileHandle, open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { CommandRefusal, type Terminal } from './command.ts'

/** Opens a file named on the command line, or refuses in one sentence. */
export async function openFile(name: string | undefined, usage: string, terminal: Terminal): Promise<FileHandle> {
  if (name === undefined) throw new CommandRefusal(`没有写文件名。用法：guangyue ${usage}`)
  try {
    const handle = await open(resolve(terminal.cwd, name))
    if (!(await handle.stat()).isDirectory()) return handle
    await handle.close()
  } catch (error) {
    throw new CommandRefusal(`${reasonOf(error)}：${name}`)
  }
  throw new CommandRefusal(`这是文件夹，不是文件：${name}`)
}

/** The first `limit` bytes of an open file, or all of it when it is shorter. */
export async function readAtMost(handle: FileHandle, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of handle.createReadStream({ end: limit - 1, autoClose: false })) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return '找不到文件，请检查路径'
  if (code === 'EACCES' || code === 'EPERM') return '没有读取这个文件的权限'
  return '文件打不开'
}
