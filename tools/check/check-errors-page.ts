import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fault, lineAt } from './fault.ts'
import { sourceFiles } from './source-files.ts'

const PAGE = 'docs/errors.md'

interface Place {
  readonly file: string
  readonly line: number
}

/**
 * `docs/errors.md` lists every code of a refusal, `| code | Chinese message |`, and no other. A code is a
 * `readonly code = '…'` in an errors.ts.
 */
export function checkErrorsPage(root: string): readonly Fault[] {
  const page = join(root, PAGE)
  if (!existsSync(page)) return [{ file: PAGE, message: '缺少错误代码表：每个代码一行，写明中文提示' }]
  const written = new Map<string, Place>()
  const faults: Fault[] = []
  for (const { path, text } of sourceFiles(root, '{platform,modules,apps}/**/errors.ts')) {
    for (const match of text.matchAll(/readonly code = '([^']+)'/g)) {
      const [, code = ''] = match
      const place = { file: path, line: lineAt(text, match.index) }
      if (written.has(code)) faults.push({ ...place, message: `代码 ${code} 已在 ${written.get(code)?.file} 用过` })
      written.set(code, place)
    }
  }
  const listed = new Map<string, Place>()
  readFileSync(page, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      const [, code, message] = /^\|\s*`([^`]+)`\s*\|([^|]*)/.exec(line) ?? []
      if (code === undefined) return
      const place = { file: PAGE, line: index + 1 }
      if (!/[\u4e00-\u9fff]/.test(message ?? '')) faults.push({ ...place, message: `代码 ${code} 没有中文提示` })
      if (listed.has(code)) faults.push({ ...place, message: `代码 ${code} 列了两次` })
      listed.set(code, place)
    })
  for (const [code, place] of written)
    if (!listed.has(code)) faults.push({ ...place, message: `代码 ${code} 没有列入 ${PAGE}` })
  for (const [code, place] of listed)
    if (!written.has(code)) faults.push({ ...place, message: `代码 ${code} 已不存在，请从表中删去` })
  return faults
}
