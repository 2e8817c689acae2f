export interface ErrorRow {
  readonly code: string
  readonly message: string
}

/**
 * One row for each `readonly code` in the texts of errors.ts files, by code. The message is the one of the page if it
 * has one, else the first `what:` after the code, with `…` where the program fills something in.
 */
export function errorRows(sources: readonly string[], page: string): readonly ErrorRow[] {
  const known = new Map([...page.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, code, message]) => [code, message]))
  return sources
    .flatMap((source) => source.split(/(?=readonly code = ')/))
    .flatMap((part) => {
      const [, code] = /^readonly code = '([^']+)'/.exec(part) ?? []
      return code === undefined ? [] : [{ code, message: known.get(code) || messageIn(part) }]
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** A plain or a template text; without one the row is left for a person to fill. */
function messageIn(part: string): string {
  const [, plain, template] =
    /what:\s*(?:'([^']*)'|`([^`]*)`)/.exec(part) ?? /super\(\s*(?:'([^']*)'|`([^`]*)`)/.exec(part) ?? []
  return (plain ?? template ?? '').replace(/\$\{[^}]*\}/g, '…')
}
