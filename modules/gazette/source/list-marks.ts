import { formatNumber } from './number-formats.ts'
import { xmlTokens } from './xml.ts'

/** Which list a paragraph is in, and how deep. */
export interface ListPlace {
  readonly list: string
  readonly level: number
}

/** Prints the number of the next paragraph of a list, as Word would: 一、（三） 第十条 ① 2.1. */
export type ListMarks = (place: ListPlace) => string

/** Word allows no more. */
const MAX_LEVELS = 9

interface Level {
  start: number
  format: string
  /** `（%1）`: `%n` stands for the number of level n, counted from 1. */
  pattern: string
  /** Begins anew after a paragraph of one of the first so many levels; null: of any higher level. */
  restart: number | null
  decimalsOnly: boolean
}

interface List {
  /** Word's abstractNum, which several lists may share. */
  scheme: string
  readonly starts: Map<number, number>
  /** Levels that the list defines for itself. */
  readonly levels: Map<number, Level>
}

/** The counters of one document; `numbering` is its part `word/numbering.xml`. */
export function listMarks(numbering: string): ListMarks {
  const { schemes, lists } = readNumbering(numbering)
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  const levelOf = (list: List, level: number) => list.levels.get(level) ?? schemes.get(list.scheme)?.get(level)

  return ({ list: id, level }) => {
    const list = lists.get(id)
    const own = list && levelOf(list, level)
    if (list === undefined || own === undefined || level >= MAX_LEVELS) return ''
    // Lists of one scheme count on together, unless the list says where it begins.
    const counts = counters.get(list.scheme) ?? []
    counters.set(list.scheme, counts)
    const first = list.starts.get(level)
    if (first !== undefined && !begun.has(`${id} ${level}`)) counts[level] = first
    else counts[level] = (counts[level] ?? own.start - 1) + 1
    begun.add(`${id} ${level}`)
    for (let deeper = level + 1; deeper < counts.length; deeper++) {
      const restart = levelOf(list, deeper)?.restart ?? deeper
      if (restart > level) delete counts[deeper]
    }
    return printed(own, (n) => ({ level: levelOf(list, n), count: counts[n] ?? levelOf(list, n)?.start ?? 1 }))
  }
}

function printed(own: Level, at: (level: number) => { level: Level | undefined; count: number }): string {
  if (own.format === 'bullet') return /[\ue000-\uf8ff]/.test(own.pattern) ? '' : own.pattern
  const mark = own.pattern.replace(/%([1-9])/g, (_, digit) => {
    const { level, count } = at(Number(digit) - 1)
    return formatNumber(own.decimalsOnly ? 'decimal' : (level?.format ?? 'decimal'), count)
  })
  // Word leaves a gap after the mark. 一、 and （一） need none in print; 第一条 and a bare number do.
  return mark === '' || /[、．.：:)）〕】\s]$/.test(mark) ? mark : `${mark} `
}

interface Numbering {
  readonly schemes: Map<string, Map<number, Level>>
  readonly lists: Map<string, List>
}

function readNumbering(xml: string): Numbering {
  const numbering: Numbering = { schemes: new Map(), lists: new Map() }
  let scheme: Map<number, Level> | undefined
  let list: List | undefined
  let overridden = 0
  let level: Level | undefined
  for (const token of xmlTokens(xml)) {
    if (token.kind !== 'open') continue
    const value = () => token.attribute('val') ?? ''
    switch (token.name) {
      case 'abstractNum':
        scheme = new Map()
        list = undefined
        numbering.schemes.set(token.attribute('abstractNumId') ?? '', scheme)
        break
      case 'num':
        list = { scheme: '', starts: new Map(), levels: new Map() }
        numbering.lists.set(token.attribute('numId') ?? '', list)
        break
      case 'abstractNumId':
        if (list !== undefined) list.scheme = value()
        break
      case 'lvlOverride':
        overridden = Number(token.attribute('ilvl'))
        break
      case 'startOverride':
        list?.starts.set(overridden, Number(value()))
        break
      case 'lvl':
        level = { start: 1, format: 'decimal', pattern: '', restart: null, decimalsOnly: false }
        ;(list?.levels ?? scheme)?.set(Number(token.attribute('ilvl')), level)
        break
      case 'start':
        if (level !== undefined) level.start = Number(value())
        break
      case 'numFmt':
        if (level !== undefined) level.format = value()
        break
      case 'lvlText':
        if (level !== undefined) level.pattern = value()
        break
      case 'lvlRestart':
        if (level !== undefined) level.restart = Number(value())
        break
      case 'isLgl':
        if (level !== undefined) level.decimalsOnly = true
        break
    }
  }
  return numbering
}
