import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser'
import { type Fault, lineAt } from '../fault.ts'
import { moduleOrder } from '../layout.ts'
import { importRules } from './rules.ts'

/** Every import that the table "what may import what" forbids, with the line on which it stands. */
export async function checkImports(root: string): Promise<readonly Fault[]> {
  const folders = ['kernel', 'platform', 'modules', 'apps', 'packs', 'tools', 'bench'].filter((folder) =>
    existsSync(join(root, folder)),
  )
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...importRules] },
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: ['(^|/)dist/', '(^|/)fixtures/'] },
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['node', 'import', 'types', 'default'],
      exportsFields: ['exports'],
    },
  )
  if (typeof output === 'string') throw new Error(output)
  return [...unknownModules(root), ...output.summary.violations.map((violation) => faultOf(violation, output, root))]
}

function faultOf({ from, to, rule, cycle }: IViolation, { modules }: ICruiseResult, root: string): Fault {
  const comment = importRules.find(
    ({ name, ...found }) => name === rule.name && describes(found.from.path, from),
  )?.comment
  const dependency = modules.find(({ source }) => source === from)?.dependencies.find(({ resolved }) => resolved === to)
  // 'node:fs' comes apart as protocol and module
  const specifier = dependency && `${dependency.protocol ?? ''}${dependency.module}`
  const text = readFileSync(join(root, from), 'utf8')
  const at = specifier === undefined ? -1 : text.indexOf(`'${specifier}'`)
  return {
    file: from,
    ...(at >= 0 ? { line: lineAt(text, at) } : {}),
    message: `${comment ?? rule.name}（${rule.name}：${cycle ? cycle.map(({ name }) => name).join(' → ') : (specifier ?? to)}）`,
  }
}

function describes(path: string | string[] | undefined, file: string): boolean {
  return path === undefined || [path].flat().some((pattern) => new RegExp(pattern).test(file))
}

/** A module that has no place in the order could import anything, so there is none. */
function unknownModules(root: string): readonly Fault[] {
  const folder = join(root, 'modules')
  if (!existsSync(folder)) return []
  const known = new Set<string>([...moduleOrder, 'node_modules'])
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !known.has(entry.name))
    .map(({ name }) => ({ file: `modules/${name}`, message: `模块 ${name} 不在次序表里（tools/check/layout.ts）` }))
}
