import { SheetRefused } from '../errors.ts'
import { foldName } from '../model.ts'
import type { SheetRow } from './read-sheet.ts'

/** A row of a table of bodies, as written. */
export interface BodyLine {
  readonly line: number
  readonly name: string
  readonly short: string
  readonly kind: string
  readonly parent: string
  readonly aliases: readonly string[]
}

/** What the check needs to know of the bodies that are there. */
export interface KnownBody {
  readonly name: string
  readonly short: string
}

export interface CheckedLine extends BodyLine {
  /** A new body, one that is there (new aliases are added, nothing else changes), or one that cannot be taken. */
  readonly state: 'new' | 'known' | 'fault'
  readonly faults: readonly string[]
}

export const columns = ['名称', '简称', '类型', '上级', '别名'] as const
const OTHER_KIND = '其他'

/** The lines of a sheet below the row that holds the headings; other columns are left aside. Refuses a sheet without 名称. */
export function bodyLines(rows: readonly SheetRow[]): readonly BodyLine[] {
  const head = rows.findIndex(({ cells }) => cells.some((text) => bare(text) === '名称'))
  if (head < 0 || head > 20) throw new SheetRefused('表中没有“名称”这一列')
  const places = columns.map((title) => rows[head]?.cells.findIndex((text) => bare(text) === title) ?? -1)
  return rows.slice(head + 1).map(({ line, cells }) => {
    const [name = '', short = '', kind = '', parent = '', aliases = ''] = places.map((place) => cells[place] ?? '')
    return {
      line,
      name,
      short: short === '' ? name : short,
      kind: kind === '' ? OTHER_KIND : kind,
      parent,
      aliases: aliases
        .split(/[、，,；;\n]/)
        .map((text) => text.trim())
        .filter((text) => text !== ''),
    }
  })
}

/** Finds what cannot be taken, row by row: no name, a name given twice or in use, a parent that is nowhere, a circle. */
export function checkLines(lines: readonly BodyLine[], known: readonly KnownBody[]): readonly CheckedLine[] {
  const names: Names = {
    official: new Map(known.flatMap((body) => [body.name, body.short].map((name) => [foldName(name), body]))),
    inTable: Map.groupBy(
      lines.flatMap((line) => [...new Set([line.name, line.short].map(foldName))].map((name) => ({ name, line }))),
      ({ name }) => name,
    ),
  }
  const byName = new Map(known.map((body) => [foldName(body.name), body]))
  return lines.map((line) => {
    const there = byName.get(foldName(line.name))
    const faults = [...nameFaults(line, names, there), ...parentFaults(line, names)]
    return { ...line, faults, state: faults.length > 0 ? 'fault' : there ? 'known' : 'new' }
  })
}

/** Who has each folded name already, and which lines of the table claim it. */
interface Names {
  readonly official: ReadonlyMap<string, KnownBody>
  readonly inTable: ReadonlyMap<string, readonly { line: BodyLine }[]>
}

function nameFaults(line: BodyLine, { official, inTable }: Names, there: KnownBody | undefined): string[] {
  if (line.name === '') return ['没有填写名称']
  const faults: string[] = []
  for (const name of new Set([line.name, line.short])) {
    const holder = official.get(foldName(name))
    if (name.length > 100) faults.push(`“${name.slice(0, 10)}…”超过 100 字`)
    if ((inTable.get(foldName(name))?.length ?? 0) > 1) faults.push(`“${name}”在表中另一行也是名称或简称`)
    else if (holder && holder !== there) faults.push(`“${name}”已是“${holder.name}”的名称或简称`)
  }
  for (const alias of line.aliases) {
    const holder = official.get(foldName(alias))
    if (holder && holder !== there) faults.push(`别名“${alias}”是“${holder.name}”的名称`)
  }
  return faults
}

function parentFaults(line: BodyLine, { official, inTable }: Names): string[] {
  const parent = foldName(line.parent)
  if (parent === '') return []
  if (!official.has(parent) && !inTable.has(parent)) return [`没有找到上级“${line.parent}”`]
  return goesRound(line, inTable) ? ['上级关系成了一个圈'] : []
}

function goesRound(start: BodyLine, inTable: Names['inTable']): boolean {
  const seen = new Set<BodyLine>()
  let at: BodyLine | undefined = start
  while (at && at.parent !== '') {
    if (seen.has(at)) return true
    seen.add(at)
    at = inTable.get(foldName(at.parent))?.[0]?.line
  }
  return false
}

function bare(text: string): string {
  return text.replace(/[\s*（）()必填选]/gu, '')
}
