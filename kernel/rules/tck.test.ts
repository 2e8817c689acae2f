import assert from 'node:assert/strict'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { modelNameOf, runCases } from './dmn-tck/index.ts'

const folder = join(import.meta.dirname, '../../../shared/dmn-tck/compliance-level-2')
const skip = existsSync(folder) ? false : '没有一致性测试集 dmn-tck，跳过'

test('the conformance kit of DMN, level 2: all 116 cases', { skip }, () => {
  const results = globSync('**/*.xml', { cwd: folder }).flatMap((file) => {
    const cases = readFileSync(join(folder, file), 'utf8')
    const place = dirname(join(folder, file))
    const main = modelNameOf(cases)
    const others = readdirSync(place).filter((name) => name.endsWith('.dmn') && name !== main)
    const models = [main, ...others].map((name) => readFileSync(join(place, name), 'utf8'))
    return runCases(cases, models).map((result) => ({ file, ...result }))
  })
  assert.deepEqual(
    results.filter(({ passed }) => !passed),
    [],
  )
  assert.equal(results.length, 116)
})
