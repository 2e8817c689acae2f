import { childOf, type Xml } from './xml.ts'

/** The name of an element, its spaces made single. */
export function nameOf(element: Xml): string {
  return (attribute(element, 'name') ?? '').trim().replace(/\s+/g, ' ')
}

export function attribute(element: Xml | undefined, name: string): string | undefined {
  return element?.attributes.get(name)
}

/** What stands in the `text` of an element. */
export function textOf(element: Xml | undefined): string | undefined {
  return childOf(element, 'text')?.text.trim()
}
