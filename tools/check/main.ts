// `npm run check`: what every change must pass before the tests. `npm run check imports types` runs only these parts.
import { join } from 'node:path'
import { checkDeadCode } from './check-dead-code.ts'
import { checkErrorsPage } from './check-errors-page.ts'
import { checkPackages } from './check-packages.ts'
import { checkPatterns } from './check-patterns.ts'
import { checkSchema } from './check-schema.ts'
import { checkStyle } from './check-style.ts'
import { checkTreePage } from './check-tree-page.ts'
import { checkTypes } from './check-types.ts'
import { type Fault, faultLine } from './fault.ts'
import { checkImports } from './imports/check-imports.ts'

const parts: Readonly<Record<string, (root: string) => readonly Fault[] | Promise<readonly Fault[]>>> = {
  types: checkTypes,
  style: checkStyle,
  imports: checkImports,
  patterns: checkPatterns,
  packages: checkPackages,
  errors: checkErrorsPage,
  tree: checkTreePage,
  schema: checkSchema,
  'dead-code': checkDeadCode,
}

const names: Readonly<Record<string, string>> = {
  types: '类型',
  style: '格式与习惯',
  imports: '引用次序',
  patterns: '环境、时钟与文件',
  packages: '工作区包与锁文件',
  errors: '错误代码表',
  tree: '文件夹树',
  schema: '表结构',
  'dead-code': '无用代码',
}

const root = join(import.meta.dirname, '../..')
const asked = process.argv.slice(2)
const wanted = Object.entries(parts).filter(([key]) => asked.length === 0 || asked.includes(key))

const results = await Promise.all(
  wanted.map(async ([key, run]) => {
    const faults = await run(root)
    console.log(
      `${faults.length === 0 ? '✔' : '✖'} ${names[key]} ${key}${faults.length === 0 ? '' : `：${faults.length} 处`}`,
    )
    for (const fault of faults) console.log(`    ${faultLine(fault)}`)
    return faults.length
  }),
)
const total = results.reduce((sum, count) => sum + count, 0)
console.log(total === 0 ? '检查通过 all checks passed' : `检查发现 ${total} 处问题 ${total} faults`)
process.exitCode = total === 0 ? 0 : 1
