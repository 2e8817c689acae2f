import type { Placed } from './pdf-columns.ts'

interface PlacedPage {
  readonly height: number
  readonly parts: readonly Placed[]
}

const PAGE_NUMBER = /^[\s\-—–·~|]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:[\s/／，,]*共?\s*\d{1,4}\s*页?)?[\s\-—–·~|]*$/u
/** The strip at the top and at the foot in which heads and numbers stand, as a part of the page's height. */
const STRIP = 0.12

/** Pages without page numbers and without the lines that come again and again at the same place of the page. */
export function withoutRunningHeads(pages: readonly PlacedPage[]): readonly (readonly Placed[])[] {
  const seen = new Map<string, number>()
  const numbers = pages.filter((page) => page.parts.some((part) => isNumber(part, page.height))).length
  for (const page of pages) {
    for (const key of new Set(page.parts.flatMap((part) => headKey(part, page.height) ?? []))) {
      seen.set(key, (seen.get(key) ?? 0) + 1)
    }
  }
  const often = Math.max(3, pages.length * 0.3)
  return pages.map(({ parts, height }) =>
    parts.filter((part) => {
      if (numbers >= 2 && isNumber(part, height)) return false
      const key = headKey(part, height)
      return key === null || (seen.get(key) ?? 0) < often
    }),
  )
}

function inStrip(part: Placed, height: number): boolean {
  return part.kind === 'line' && (part.y < height * STRIP || part.y > height * (1 - STRIP))
}

function isNumber(part: Placed, height: number): boolean {
  return part.kind === 'line' && inStrip(part, height) && PAGE_NUMBER.test(part.text)
}

function headKey(part: Placed, height: number): string | null {
  if (part.kind !== 'line' || !inStrip(part, height)) return null
  return `${Math.round(part.y / 4)} ${part.text.replace(/\d+/g, '#').replace(/\s+/g, '')}`
}
