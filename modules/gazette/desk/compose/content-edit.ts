import type { Content, ManuscriptItem } from './shapes.ts'

type Sections = Content['sections']

/** A list with one item a place up (-1) or down (1); unchanged at the ends. */
export function moved<Item>(list: readonly Item[], at: number, by: -1 | 1): readonly Item[] {
  const [item, other] = [list[at], list[at + by]]
  if (item === undefined || other === undefined) return list
  return list.map((one, place) => (place === at ? other : place === at + by ? item : one))
}

/** A list with one item changed, or taken out by null. */
export function changed<Item>(list: readonly Item[], at: number, item: Item | null): readonly Item[] {
  return list.flatMap((one, place) => (place !== at ? [one] : item === null ? [] : [item]))
}

/** Puts a manuscript at the end of its section; a section that is not there comes last. */
export function placed(sections: Sections, { id, section }: Pick<ManuscriptItem, 'id' | 'section'>): Sections {
  if (sections.some(({ name }) => name === section)) {
    return sections.map((one) => (one.name === section ? { ...one, manuscripts: [...one.manuscripts, id] } : one))
  }
  return [...sections, { name: section, manuscripts: [id] }]
}

/** Takes a manuscript out; a section that is left empty goes too. */
export function takenOut(sections: Sections, id: string): Sections {
  return sections
    .map((one) => ({ ...one, manuscripts: one.manuscripts.filter((each) => each !== id) }))
    .filter(({ manuscripts }) => manuscripts.length > 0)
}

/** Moves a manuscript up or down; over the edge of its section it goes to the end or start of the next one. */
export function movedManuscript(sections: Sections, id: string, by: -1 | 1): Sections {
  const at = sections.findIndex(({ manuscripts }) => manuscripts.includes(id))
  const section = sections[at]
  if (section === undefined) return sections
  const place = section.manuscripts.indexOf(id)
  const inside = place + by >= 0 && place + by < section.manuscripts.length
  if (inside) {
    return changed(sections, at, { ...section, manuscripts: moved(section.manuscripts, place, by) })
  }
  const next = sections[at + by]
  if (next === undefined) return sections
  const added = { ...next, manuscripts: by < 0 ? [...next.manuscripts, id] : [id, ...next.manuscripts] }
  const left = { ...section, manuscripts: section.manuscripts.filter((each) => each !== id) }
  return changed(changed(sections, at, left), at + by, added).filter(({ manuscripts }) => manuscripts.length > 0)
}
