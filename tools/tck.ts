// node tools/tck.ts FOLDER: runs the DMN conformance kit in a folder (test cases and models, by compliance level) and
// prints what failed and how many passed.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { modelNameOf, runCases } from '../kernel/rules/dmn-tck/index.ts'

const [folder = '../shared/dmn-tck'] = process.argv.slice(2)
if (!existsSync(folder)) {
  console.error(`没有找到一致性测试集：${folder}。请把文件夹写在命令后面：node tools/tck.ts 文件夹`)
  process.exit(1)
}
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.xml'))
  .sort()
const levels = new Map<string, { passed: number; total: number }>()
for (const file of files) {
  const cases = readFileSync(join(folder, file), 'utf8')
  const place = dirname(join(folder, file))
  const main = modelNameOf(cases)
  const others = readdirSync(place).filter((name) => name.endsWith('.dmn') && name !== main)
  const models = [main, ...others].map((name) => readFileSync(join(place, name), 'utf8'))
  const level = /level-\d/.exec(join(folder, file))?.[0] ?? basename(folder)
  const score = levels.get(level) ?? { passed: 0, total: 0 }
  for (const { name, passed, difference } of runCases(cases, models)) {
    score.total += 1
    if (passed) score.passed += 1
    else console.log(`✖ ${file.replace(/\.xml$/, '')} ${name} ${difference}`)
  }
  levels.set(level, score)
}
for (const [level, { passed, total }] of levels) console.log(`${level}: ${passed}/${total} 通过`)
