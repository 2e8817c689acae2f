import { foldCitation, gazetteModule } from '@guangyue/modules/gazette'
import { identityModule } from '@guangyue/modules/identity'
import { organisationsModule, resolveNames } from '@guangyue/modules/organisations'
import type { Actor, Role } from '@guangyue/platform/access'
import { type Ctx, newId } from '@guangyue/platform/db'
import { oneConnection, type TestCity, testCity } from '@guangyue/platform/testing'
import { ledgerModule } from './index.ts'
import type { Reading } from './model/ledger.ts'
import { draftBatch } from './service/draft.ts'
import { findDocumentsByFolded } from './store/documents.ts'

/** A city for tests with real bodies, one document of its own, and people to act. */
export interface TestLedger {
  readonly place: TestCity
  /** Someone of a body (printed name), with a role. */
  as(role: Role, body?: string): Promise<Ctx>
  bodyId(name: string): Promise<string>
  /** Drafts clauses of the document 试政发〔2021〕1号; returns its id in the ledger. */
  draft(...clauses: readonly Clause[]): Promise<string>
}

export interface Clause {
  readonly path: string
  readonly title?: string
  readonly leads?: readonly string[]
  readonly supports?: readonly string[]
  readonly due?: string | null
  readonly targets?: Reading['targets']
}

const pack = new URL('../../packs/liaocheng-2021/', import.meta.url)

export async function testLedger(): Promise<TestLedger> {
  const place = await testCity([organisationsModule, identityModule, gazetteModule, ledgerModule])
  const system = place.ctx()
  await organisationsModule.loadPack?.(system, pack)
  const bodyId = async (name: string) => {
    const found = (await resolveNames(system.db, [name], system.today)).get(name)
    if (found?.kind !== 'body') throw new Error(`no body ${name}`)
    return found.bodyId
  }
  return {
    place: { ...place, ctx: (actor) => oneConnection(place.ctx(actor)) },
    bodyId,
    async as(role, body) {
      const id = body === undefined ? null : await bodyId(body)
      const actor: Actor = {
        kind: 'account',
        accountId: newId(),
        name: `${body ?? ''}${role}`,
        bodyId: id,
        bodies: id === null ? [] : [id],
        roles: [role],
      }
      return oneConnection(place.ctx(actor))
    },
    async draft(...clauses) {
      const folded = foldCitation(document.number)
      await system.transact((tx) =>
        draftBatch(system, tx, {
          documents: [{ ...document, id: newId(), folded }],
          measures: clauses.map((clause) => ({
            folded,
            path: clause.path.split('/'),
            source: 'gazette',
            reading: readingOf(clause),
          })),
          whole: new Set(),
        }),
      )
      const [known] = await findDocumentsByFolded(system.db, [folded])
      return known?.id ?? ''
    },
  }
}

/** Resolves when another connection waits for a row that the caller holds. */
export async function otherWaits({ place }: TestLedger): Promise<void> {
  for (;;) {
    const { rows } = await place.city.pool.query<{ n: number }>(
      'select count(*)::int as n from pg_locks where not granted',
    )
    if (rows[0]?.n) return
  }
}

function readingOf({
  title = '一件事',
  leads = ['市公安局'],
  supports = [],
  due = null,
  targets = [],
}: Clause): Reading {
  const deadline = {
    phrase: '限期',
    kind: 'by',
    due,
    start: null,
    rule: null,
  } as unknown as Reading['deadlines'][number]
  return {
    title,
    text: null,
    assignments: [{ leads, supports, label: null, covers: null }],
    deadlines: due === null ? [] : [deadline],
    targets,
    marks: [],
    line: 1,
    leadByRule: null,
  }
}

const document = {
  key: '试政发〔2021〕1号',
  number: '试政发〔2021〕1号',
  title: '试验通知',
  kind: '通知',
  issuer: null,
  signedOn: '2021-06-01',
  source: 'gazette' as const,
  gazetteDocumentId: null,
  issueId: null,
  supervisorBodyId: null,
  supervisorName: null,
  milestones: [{ phrase: '8月底前', due: '2021-08-31', name: '基本完成', inherited: true }],
  headings: [],
}
