import type { Fault } from './fault.ts'
import { failure, runProgram } from './run-program.ts'

/** The written table types and docs/schema.md against the migrations, run on an empty database. */
export async function checkSchema(root: string): Promise<readonly Fault[]> {
  const result = await runProgram(root, ['tools/schema/main.ts', '--check'])
  if (result.code === 0) return []
  const stale = [...result.stderr.matchAll(/^(\S+) (与数据库升级文件不一致.*)$/gm)]
  if (stale.length === 0) return [failure(result, 'tools/schema/main.ts')]
  return stale.map(([, file = '', message = '']) => ({ file, message }))
}
