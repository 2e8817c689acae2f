import { type CellFault, placeOf, readSheets, type SheetText } from '@guangyue/platform/sheets'
import { AccountSheetRefused } from '../../errors.ts'

/** A row of a table of accounts, as written. */
export interface AccountLine {
  readonly line: number
  readonly name: string
  readonly username: string
  readonly body: string
  readonly title: string
  readonly email: string
  /** Names of roles, with list marks between them. */
  readonly roles: string
}

export interface ReadLine extends AccountLine {
  /** Cells of the row that could not be read as they stand. */
  readonly unread: readonly string[]
}

export type AccountField = Exclude<keyof AccountLine, 'line'>

/** The columns in the order of our own table; the first wording is the one we print. */
export const accountColumns: Readonly<Record<AccountField, readonly string[]>> = {
  name: ['姓名', '名字', '人员姓名', '用户姓名', '真实姓名'],
  username: ['用户名', '账号', '帐号', '登录名', '账号名', '用户账号', '登录账号', '登录用户名'],
  body: ['单位', '所在单位', '工作单位', '所属单位', '单位名称', '部门', '所在部门', '所属部门'],
  title: ['职务', '职位', '现任职务'],
  roles: ['身份', '角色', '用户角色', '系统角色', '用户身份', '权限'],
  email: ['邮箱', '电子邮箱', '邮件', '电子邮件', '邮箱地址', 'email', 'e-mail', 'mail'],
}

export const MOST_ACCOUNTS = 500

const fields = Object.keys(accountColumns) as AccountField[]
const needed = ['name', 'username', 'roles'] as const
const limits = { rows: 5000, columns: 60, unpacked: 40 * 1024 * 1024 }
const LAST_HEADING = 20
const MOST_TEXT = 200

/**
 * The rows below the headings of the first sheet that is not hidden or empty; other columns are left aside. Refuses what is no
 * spreadsheet (SheetUnreadable), and (AccountSheetRefused) a table without the columns needed, of no row or of too many.
 */
export function readAccountLines(bytes: Buffer): readonly ReadLine[] {
  const sheet = readSheets(bytes, limits).find(({ hidden, rows }) => !hidden && rows.length > 0)
  if (!sheet) throw new AccountSheetRefused('表格中没有内容')
  const { at, columns } = headingsOf(sheet)
  const faults = Map.groupBy(sheet.faults, ({ line }) => line)
  const lines = sheet.rows.slice(at + 1).flatMap((cells, below) => {
    const line = at + below + 2
    const textOf = (field: AccountField) => cells[columns.get(field) ?? -1] ?? ''
    const text = Object.fromEntries(fields.map((field) => [field, textOf(field)])) as Record<AccountField, string>
    const unread = unreadOf(faults.get(line) ?? [], { line, text, columns })
    return Object.values(text).every((cell) => cell === '') && unread.length === 0 ? [] : [{ line, ...text, unread }]
  })
  if (lines.length === 0) throw new AccountSheetRefused('标题行以下没有内容')
  if (sheet.cut || lines.length > MOST_ACCOUNTS) throw new AccountSheetRefused(`表格超过 ${MOST_ACCOUNTS} 行`)
  return lines
}

type Columns = ReadonlyMap<AccountField, number>

/** The row among the first where most columns are named. */
function headingsOf({ rows }: SheetText): { readonly at: number; readonly columns: Columns } {
  const found = rows.slice(0, LAST_HEADING).map((cells, at) => ({ at, columns: columnsIn(cells) }))
  const best = found.toSorted((a, b) => b.columns.size - a.columns.size)[0]
  const missing = needed.filter((field) => !best?.columns.has(field))
  if (best && missing.length === 0) return best
  throw new AccountSheetRefused(`表中没有${missing.map((field) => `“${accountColumns[field][0]}”`).join('')}这样的列`)
}

function columnsIn(cells: readonly string[]): Columns {
  const heads = cells.map(bare)
  return new Map(
    fields.flatMap((field) => {
      const column = heads.findIndex((head) => accountColumns[field].includes(head))
      return column < 0 ? [] : [[field, column] as const]
    }),
  )
}

/** A heading without what is written around it: ＊ 姓 名（必填）： → 姓名. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|[\s*:]/g, '')
}

interface Row {
  readonly line: number
  readonly text: Readonly<Record<AccountField, string>>
  readonly columns: Columns
}

/** What could not be read in the columns that we take, by row and column. */
function unreadOf(faults: readonly CellFault[], { line, text, columns }: Row): readonly string[] {
  const taken = new Set(columns.values())
  return [
    ...faults.filter(({ column }) => taken.has(column)).map(({ message }) => message),
    ...[...columns].flatMap(([field, column]) =>
      text[field].length > MOST_TEXT ? [`${placeOf(line, column)}：超过 ${MOST_TEXT} 字`] : [],
    ),
  ]
}
