import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

export interface ProgramResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a JavaScript program with this Node, in the repository's root. */
export async function runProgram(root: string, args: readonly string[]): Promise<ProgramResult> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: typeof code === 'number' ? code : 1, stdout, stderr }
}

/** What a program said when it failed in a way that cannot be taken apart. */
export function failure({ stdout, stderr }: ProgramResult, file: string): { file: string; message: string } {
  return { file, message: `没有运行成功：${(stderr.trim() || stdout.trim()).split('\n').slice(-3).join(' ')}` }
}
