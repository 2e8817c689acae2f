import { readFile } from 'node:fs/promises'

export const liaochengPack = new URL('../../packs/liaocheng-2021/', import.meta.url)

/** A pack's item as plain data, changed before it is checked. */
export async function itemOf(code: string, change: (item: Made) => void = () => {}): Promise<Made> {
  const item: Made = JSON.parse(await readFile(new URL(`items/${code}.json`, liaochengPack), 'utf8'))
  change(item)
  return item
}

/** As loosely as a file may be written. */
export interface Made {
  code: string
  name: string
  body: string
  online: number
  visits: number
  confirm: unknown
  effective_from: string | null
  effective_to: string | null
  fee: { charged: boolean; text: string; basis: unknown[] }
  conditions: { key: string; when: string | null }[]
  materials: { key: string; when: string | null }[]
  form: { key: string; fields: { key: string; type: string; when: string | null }[] }[]
  procedure: {
    terms: { statutory: { n: number; unit: string }; promised: { n: number; unit: string } | null }
    stages: { when: string | null; steps: { unit: string; when: string | null }[] }[]
  }
}
