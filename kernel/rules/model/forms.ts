/**
 * Rules as data. A pack holds this form as JSON; each `basis` names what a part rests on, a provision as a rule.
 * Expressions and cells are texts in FEEL.
 */
export interface ModelForm {
  readonly name: string
  readonly types?: readonly NamedTypeForm[]
  readonly inputs?: readonly InputForm[]
  readonly decisions: readonly DecisionForm[]
  /** Functions that several decisions call (business knowledge). */
  readonly functions?: readonly FunctionForm[]
  /** Decisions offered together as a function. */
  readonly services?: readonly ServiceForm[]
}

/** A type by reference (`number`, `list<string>`, a name of the model's own) or by its fields, perhaps narrowed. */
export interface TypeForm {
  readonly type?: string
  readonly fields?: readonly NamedTypeForm[]
  readonly list?: boolean
  /** Tests that a value must pass: `"甲", "乙"` or `[0..100]`. */
  readonly allowed?: string
}

export interface NamedTypeForm extends TypeForm {
  readonly name: string
}

export interface InputForm {
  readonly name: string
  readonly type?: string
}

/** What a decision may use: an element by its name, or under another one, or as a part of a context. */
export type NeedForm = string | { readonly element: string; readonly as: string; readonly within?: string }

export interface DecisionForm {
  readonly name: string
  readonly type?: string
  readonly needs?: readonly NeedForm[]
  readonly logic?: Logic
  readonly basis?: string
}

export interface FunctionForm {
  readonly name: string
  readonly type?: string
  readonly parameters: readonly InputForm[]
  readonly needs?: readonly NeedForm[]
  readonly body?: Logic
  readonly basis?: string
}

export interface ServiceForm {
  readonly name: string
  readonly type?: string
  /** In the order of the parameters: inputs, then decisions whose value is given from outside. */
  readonly inputs: readonly NeedForm[]
  readonly outputs: readonly NeedForm[]
}

export type Logic = { readonly basis?: string } & (
  | { readonly kind: 'expression'; readonly text: string; readonly type?: string }
  | TableForm
  | { readonly kind: 'context'; readonly entries: readonly EntryForm[] }
  | { readonly kind: 'invocation'; readonly function: Logic; readonly arguments: readonly ArgumentForm[] }
  | { readonly kind: 'function'; readonly parameters: readonly InputForm[]; readonly body: Logic }
  | { readonly kind: 'relation'; readonly columns: readonly string[]; readonly rows: readonly (readonly Logic[])[] }
  | { readonly kind: 'list'; readonly items: readonly Logic[] }
  | { readonly kind: 'conditional'; readonly condition: Logic; readonly consequence: Logic; readonly otherwise: Logic }
  | { readonly kind: 'filter'; readonly list: Logic; readonly condition: Logic }
  | { readonly kind: 'for' | 'some' | 'every'; readonly name: string; readonly in: Logic; readonly body: Logic }
)

/** An entry without a name is the result of the whole context. */
export interface EntryForm {
  readonly name?: string
  readonly type?: string
  readonly logic: Logic
}

export interface ArgumentForm {
  readonly name: string
  readonly logic: Logic
}

/**
 * Which rows count: one only (U), any when all agree (A), the one of highest output (P), the first (F); lists in the
 * order of rows (R), of outputs (O) or any (C); their sum, least, greatest, number (C+ C< C> C#).
 */
export type HitPolicy = 'U' | 'A' | 'P' | 'F' | 'R' | 'O' | 'C' | 'C+' | 'C<' | 'C>' | 'C#'

export interface TableForm {
  readonly kind: 'table'
  readonly hitPolicy: HitPolicy
  readonly inputs: readonly { readonly text: string; readonly type?: string; readonly allowed?: string }[]
  readonly outputs: readonly {
    readonly name?: string
    readonly type?: string
    /** The values in falling priority, which P and O need. */
    readonly allowed?: string
    readonly default?: string
  }[]
  readonly rules: readonly {
    readonly label?: string
    readonly when: readonly string[]
    readonly give: readonly string[]
    readonly basis?: string
  }[]
}

/** What is wrong in a model: in which part, where in its text, and a sentence for whoever wrote it. */
export interface ModelFault {
  readonly part: string
  readonly from: number
  readonly to: number
  readonly message: string
}
