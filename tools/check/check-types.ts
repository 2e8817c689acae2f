import type { Fault } from './fault.ts'
import { failure, runProgram } from './run-program.ts'

/** The TypeScript compiler's complaints. */
export async function checkTypes(root: string): Promise<readonly Fault[]> {
  const result = await runProgram(root, ['node_modules/typescript/bin/tsc', '--project', '.', '--pretty', 'false'])
  if (result.code === 0) return []
  const faults = [...result.stdout.matchAll(/^(\S.*?)\((\d+),\d+\): error (TS\d+: .*)$/gm)].map(
    ([, file = '', line, message = '']) => ({ file, line: Number(line), message }),
  )
  return faults.length > 0 ? faults : [failure(result, 'tsconfig.json')]
}
