import type { Fault } from './fault.ts'
import { failure, runProgram } from './run-program.ts'

interface Found {
  readonly name: string
  readonly line?: number
}

const sentences = {
  files: () => '没有任何地方用到这个文件',
  dependencies: (name: string) => `没有用到依赖 ${name}`,
  devDependencies: (name: string) => `没有用到依赖 ${name}`,
  exports: (name: string) => `没有别处用到导出的 ${name}`,
  duplicates: (name: string) => `${name} 导出了两次`,
  unresolved: (name: string) => `找不到引用的 ${name}`,
} as const

type Kind = keyof typeof sentences

/** knip's findings: files, exports and dependencies that nobody uses. */
export async function checkDeadCode(root: string): Promise<readonly Fault[]> {
  const result = await runProgram(root, ['node_modules/knip/bin/knip.js', '--no-progress', '--reporter', 'json'])
  if (result.code === 0) return []
  if (!result.stdout.startsWith('{')) return [failure(result, 'knip.json')]
  const { issues } = JSON.parse(result.stdout) as {
    readonly issues: readonly (Readonly<Record<Kind, readonly Found[]>> & { readonly file: string })[]
  }
  const kinds = Object.keys(sentences) as readonly Kind[]
  return issues.flatMap((issue) =>
    kinds.flatMap((kind) =>
      issue[kind]
        .flat()
        .map(({ name, line }) => ({ file: issue.file, ...(line ? { line } : {}), message: sentences[kind](name) })),
    ),
  )
}
