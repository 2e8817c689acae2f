import { existsSync, readFileSync } from 'node:fs'
import { type ProvisionRef, permalinkOf } from '@guangyue/kernel/provision'
import { search } from '@guangyue/platform/search'
import { modules } from '../../apps/server/modules.ts'
import { benchCity } from '../bench-city.ts'
import type { Bar, Result } from '../report.ts'

const WANTED = 0.9

const packs = [
  { pack: 'liaocheng-2021', text: new URL('../../../shared/gazette/liaocheng-2021-06.txt', import.meta.url) },
  { pack: 'sample', text: new URL('../../packs/sample/gazette/issue.txt', import.meta.url) },
] as const

interface Labelled {
  readonly query: string
  readonly answers: readonly ProvisionRef[]
}

/** The labelled queries of each pack over its imported issue: is a right clause among the first three? */
export async function measureLabelled(): Promise<Pick<Result, 'bars' | 'tables'>> {
  const asked = []
  for (const { pack, text } of packs) if (existsSync(text)) asked.push(await askLabelled(pack, text))
  return {
    bars: asked.map(({ bar }) => bar),
    tables: [
      {
        title: 'Labelled queries without a right clause among the first three',
        columns: ['pack', 'query', 'first three'],
        rows: asked.flatMap(({ missed }) => missed),
      },
    ],
  }
}

async function askLabelled(
  pack: string,
  text: URL,
): Promise<{ readonly bar: Bar; readonly missed: readonly (readonly string[])[] }> {
  const city = await benchCity()
  try {
    const folder = new URL(`../../packs/${pack}/`, import.meta.url)
    for (const { loadPack } of modules) await loadPack?.(city.ctx(), folder)
    await city.readImport(await city.upload(readFileSync(text, 'utf8')))
    const labelled = JSON.parse(readFileSync(new URL('search-queries.json', folder), 'utf8')) as readonly Labelled[]
    const missed: string[][] = []
    for (const { query, answers } of labelled) {
      const { hits } = await search(city.ctx().db, { query, allowed: ['anyone'], limit: 3, offset: 0 })
      if (hits.some(({ url }) => answers.map(permalinkOf).includes(url))) continue
      missed.push([pack, query, hits.map(({ url }) => decodeURIComponent(url).replace('/documents/', '')).join(' · ')])
    }
    const share = 1 - missed.length / labelled.length
    return {
      bar: {
        what: `labelled queries of ${pack}, right clause among the first three`,
        measured: `${labelled.length - missed.length} of ${labelled.length}`,
        peer: 'all',
        ratio: share,
        bar: `≥ ${WANTED * 100} %`,
        met: share >= WANTED,
      },
      missed,
    }
  } finally {
    await city.drop()
  }
}
