import { join } from 'node:path'
import { readJson, readJsonLines } from './rows.ts'

export interface OrganisationFact {
  readonly name: string
  readonly short: string
  readonly aliases: readonly string[]
  readonly printed: readonly string[]
  readonly kind: string
  readonly level: string
  readonly division_code: string | null
  readonly member_of: readonly string[]
  readonly name_certainty: string
  readonly assigned: boolean
  readonly parent?: string
}

export interface GroupFact {
  readonly name: string
  readonly printed: readonly string[]
  readonly members: readonly string[]
  readonly complete: boolean
}

export interface MeasureLabel {
  readonly doc: string
  readonly chapter_no: number
  readonly chapter: string
  readonly item_no: number | null
  readonly sub_no?: number
  readonly title: string | null
  readonly text: string
  readonly assignments: readonly {
    readonly leads: readonly string[]
    readonly supports: readonly string[]
    readonly lead_label: string | null
    readonly support_label?: string | null
  }[]
  readonly deadlines: readonly {
    readonly phrase: string
    readonly kind: string
    readonly due?: string
    readonly start?: string
    readonly rule?: string
    readonly value?: string
    readonly anchor?: string
  }[]
  readonly targets: readonly {
    readonly metric: string
    readonly op: string
    readonly value: number
    readonly unit: string
    readonly by?: string
    readonly baseline?: number
    readonly per?: string
    readonly within?: string
    readonly aspirational?: boolean
  }[]
}

export interface PersonnelLabel {
  readonly doc: string
  readonly date: string
  readonly person: string
  readonly action: 'appoint' | 'remove' | 'lapse'
  readonly organisation: string
  readonly title: string
  readonly post: string
  readonly probation_months: number | null
  readonly note: string | null
}

export interface DocumentLabel {
  readonly number: string | null
  readonly title: string
  readonly issuer: string | null
  readonly date_signed: string | null
  readonly addressees: string | null
  readonly first_page: number
  readonly sections: readonly string[]
  readonly promulgates: string | null
  readonly annexes: readonly {
    readonly title: string
    readonly sections: readonly string[]
    readonly printed_in_full: boolean
  }[]
  readonly effective_from?: string
  readonly effective_until?: string
  readonly retroactive_to?: string
}

export interface Sources {
  readonly organisations: readonly OrganisationFact[]
  readonly groups: readonly GroupFact[]
  readonly measures: readonly MeasureLabel[]
  readonly personnel: readonly PersonnelLabel[]
  readonly documents: readonly DocumentLabel[]
  readonly issue: Readonly<Record<string, unknown>>
}

/** Reads what was gathered about the issue; `shared` is the folder that holds `data/` and `gazette/`. */
export function readSources(shared: string): Sources {
  const labels = join(shared, 'gazette', 'labels')
  const bodies = readJson<{ organisations: OrganisationFact[]; groups: GroupFact[] }>(
    join(shared, 'data', 'liaocheng-organisations.json'),
  )
  return {
    organisations: bodies.organisations,
    groups: bodies.groups,
    measures: readJsonLines(join(labels, 'measures.jsonl')),
    personnel: readJson(join(labels, 'personnel.json')),
    documents: readJson(join(labels, 'documents.json')),
    issue: readJson(join(labels, 'issue.json')),
  }
}
