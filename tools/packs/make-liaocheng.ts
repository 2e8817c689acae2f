// Makes the generated files of packs/liaocheng-2021 from the facts gathered about the issue.
//   node tools/packs/make-liaocheng.ts
import { join } from 'node:path'
import { bodyRows, groupRows } from './liaocheng-bodies.ts'
import { documentRows } from './liaocheng-documents.ts'
import { measurePath, measureRows } from './liaocheng-measures.ts'
import { actBasis, postRows, tenureRows } from './liaocheng-posts.ts'
import { readSources, type Sources } from './liaocheng-sources.ts'
import { type Basis, writeJson, writeRows } from './rows.ts'

const root = join(import.meta.dirname, '..', '..')

/** Bodies named outside measures and personnel notices. */
const elsewhere: readonly { readonly text: string; readonly basis: Basis }[] = [
  { text: '优化营商环境创新突破工作领导小组', basis: { document: '聊政发〔2021〕7号', path: ['四', '（一）'] } },
  { text: '省市场监管局', basis: { document: '聊政办字〔2021〕11号', path: ['第四条', '（十三）'] } },
  { text: '市质量强市工作领导小组办公室', basis: { document: '聊政办字〔2021〕11号', path: ['第六条', '（四）'] } },
]

if (import.meta.main) makeLiaocheng(join(root, '..', 'shared'), join(root, 'packs', 'liaocheng-2021'))

/** Writes bodies, groups, posts, tenures, documents, measures and the issue's own facts; the other files are by hand. */
export function makeLiaocheng(shared: string, pack: string): void {
  const sources = readSources(shared)
  const clauses = clausesNaming(sources)
  const signedOn = new Map(sources.documents.map((d) => [d.number ?? d.title, d.date_signed ?? '']))
  writeRows(join(pack, 'bodies.json'), bodyRows(sources, clauses))
  writeRows(join(pack, 'groups.json'), groupRows(sources, clauses))
  writeRows(join(pack, 'posts.json'), postRows(sources))
  writeRows(join(pack, 'tenures.json'), tenureRows(sources))
  writeRows(join(pack, 'documents.json'), documentRows(sources.documents))
  writeRows(join(pack, 'measures.json'), measureRows(sources.measures, signedOn))
  writeJson(join(pack, 'issue.json'), sources.issue)
}

/** For each printed name the first clause that names it. */
function clausesNaming(sources: Sources): ReadonlyMap<string, readonly Basis[]> {
  const places = [
    ...sources.measures.map((m) => ({ text: m.text, basis: { document: m.doc, path: measurePath(m) } })),
    ...sources.personnel.map((p) => ({ text: p.post, basis: actBasis(p) })),
    ...elsewhere,
  ]
  const names = [
    ...sources.organisations.flatMap((b) => [b.name, b.short, ...b.printed]),
    ...sources.groups.flatMap((g) => g.printed),
  ]
  const found = new Map<string, readonly Basis[]>()
  for (const name of names) {
    const place = places.find(({ text }) => text.includes(name))
    if (place !== undefined) found.set(name, [place.basis])
  }
  return found
}
