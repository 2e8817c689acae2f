import type { Column, Table } from './read-tables.ts'

/** TypeScript for Kysely, in our value types: date, instant and numeric are text, bigint is a number. */
export function tableTypes(tables: readonly Table[]): string {
  const interfaces = tables.map(
    (table) => `export interface ${pascal(table.name)} {\n${table.columns.map(columnLine).join('')}}\n`,
  )
  const index = tables.map((table) => `  ${table.name}: ${pascal(table.name)}\n`).join('')
  return `// Written by \`npm run schema\` from the migrations. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** jsonb: read as a value, written as JSON text. */
export type Json = ColumnType<unknown, string, string>
export type NullableJson = ColumnType<unknown, string | null | undefined, string | null>

${interfaces.join('\n')}
export interface Tables {
${index}}
`
}

/** docs/schema.md: each table with what its columns mean. */
export function schemaPage(tables: readonly Table[]): string {
  const sections = tables.map(({ name, comment, columns, constraints }) => {
    const rows = columns.map((c) => `| ${c.name} | ${c.type}${c.nullable ? '' : ' not null'} | ${c.comment ?? ''} |`)
    const rules = constraints.map((rule) => `- \`${rule}\``)
    return [
      `## ${name}`,
      ...(comment ? [comment] : []),
      '| column | type | meaning |\n|---|---|---|',
      ...rows,
      '',
      ...rules,
    ].join('\n')
  })
  return `# Schema of a city\n\nWritten by \`npm run schema\` from the migrations.\n\n${sections.join('\n\n')}\n`
}

const texts = new Set([
  'text',
  'uuid',
  'date',
  'numeric',
  'timestamp with time zone',
  'character varying',
  'tsvector',
  'ltree',
  'time without time zone',
  '"char"',
  'interval',
])

function typeOf(type: string): string {
  if (type.endsWith('[]')) return `${typeOf(type.slice(0, -2))}[]`
  if (type === 'integer' || type === 'bigint' || type === 'smallint' || type === 'double precision' || type === 'real')
    return 'number'
  if (type === 'boolean') return 'boolean'
  if (type === 'bytea') return 'Buffer'
  if (texts.has(type)) return 'string'
  throw new Error(`no TypeScript type for ${type}: add it in tools/schema/write.ts`)
}

function columnLine(column: Column): string {
  return `  ${column.name}: ${columnType(column)}\n`
}

function columnType({ type, nullable, optional, generated }: Column): string {
  if (type === 'jsonb') return nullable ? 'NullableJson' : optional ? 'Generated<Json>' : 'Json'
  const plain = nullable ? `${typeOf(type)} | null` : typeOf(type)
  if (generated) return `GeneratedAlways<${plain}>`
  return optional ? `Generated<${plain}>` : plain
}

function pascal(name: string): string {
  return name.replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())
}
