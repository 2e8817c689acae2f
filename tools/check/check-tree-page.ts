import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fault, lineAt } from './fault.ts'

const PAGE = 'docs/architecture.md'
/** Folders whose sub-folders the page names one by one. */
const listed = ['kernel', 'platform', 'modules', 'apps', 'packs', 'tools']
const passedOver = new Set(['node_modules', 'dist', 'generated'])

/**
 * The tree in docs/architecture.md is the disk's: its first code block names each folder, `name/` and two spaces a
 * level, several on a line if need be. Words after the names are for people.
 */
export function checkTreePage(root: string): readonly Fault[] {
  if (!existsSync(join(root, PAGE))) return [{ file: PAGE, message: '缺少架构说明，其中第一个代码块是文件夹树' }]
  const text = readFileSync(join(root, PAGE), 'utf8')
  const block = /```\n([\s\S]*?)```/.exec(text)
  if (!block) return [{ file: PAGE, message: '没有文件夹树（第一个代码块）' }]
  const named = foldersNamed(block[1] ?? '')
  const first = lineAt(text, block.index) + 1
  const onDisk = new Set(listed.flatMap((top) => subfolders(root, top)))
  return [
    ...[...named]
      .filter(([path]) => !existsSync(join(root, path)))
      .map(([path, line]) => ({
        file: PAGE,
        line: first + line,
        message: `写着 ${path}/，磁盘上没有`,
      })),
    ...[...onDisk]
      .filter((path) => !named.has(path))
      .map((path) => ({ file: path, message: `文件夹没有写进 ${PAGE} 的树` })),
  ]
}

/** Each folder that the block names, with its line in the block, from 0. */
function foldersNamed(block: string): ReadonlyMap<string, number> {
  const named = new Map<string, number>()
  const above: string[] = []
  block.split('\n').forEach((line, index) => {
    const depth = (/^ */.exec(line)?.[0].length ?? 0) / 2
    const names = /^(?:[\w.-]+(?:\/[\w.-]+)*\/\s?)+/.exec(line.trim())?.[0].trim().split(/\s+/) ?? []
    for (const name of names) {
      above[depth] = name.slice(0, -1)
      named.set(above.slice(0, depth + 1).join('/'), index)
    }
  })
  return named
}

function subfolders(root: string, top: string): readonly string[] {
  if (!existsSync(join(root, top))) return []
  return readdirSync(join(root, top), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !passedOver.has(entry.name) && !isEmpty(join(root, top, entry.name)))
    .map(({ name }) => `${top}/${name}`)
}

/** git keeps no empty folder, so one is not part of the project. */
function isEmpty(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).every(
    (entry) => entry.isDirectory() && isEmpty(join(folder, entry.name)),
  )
}
