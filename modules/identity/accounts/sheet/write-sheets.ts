import { roleNames } from '../../pages/role-names.ts'
import { accountColumns, MOST_ACCOUNTS } from './account-lines.ts'

/** A new account as it is handed over. */
export interface HandedRow {
  readonly name: string
  readonly body: string
  readonly username: string
  readonly password: string
}

const heads = Object.values(accountColumns).map(([head = '']) => head)
const examples = [
  ['示例甲', 'shili.jia', '示例市财政局', '科员', '经办人', 'jia@example.invalid'],
  ['示例乙', 'shili.yi', '示例市财政局', '局长', '单位负责人', ''],
]

/** A table of accounts to be filled in, with two invented rows that show how, and a sheet that explains the columns. */
export async function sampleSheet(): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('账号')
  sheet.columns = heads.map((header) => ({ header, width: header === '单位' || header === '邮箱' ? 28 : 16 }))
  sheet.getRow(1).font = { bold: true }
  sheet.addRows(examples)
  const notes = book.addWorksheet('填写说明')
  notes.columns = [{ width: 14 }, { width: 80 }]
  notes.addRows([
    ['姓名', '必填'],
    ['用户名', '必填，2 至 40 位，可用汉字、字母、数字和 _ . -，不分大小写，不能与已有的重复'],
    ['单位', '单位名录中的全称、简称或别名；经办人和单位负责人必填'],
    ['职务', '可不填'],
    [
      '身份',
      `必填，可写几种，用顿号隔开：${Object.values(roleNames)
        .map(({ zh }) => zh)
        .join('、')}`,
    ],
    ['邮箱', '可不填'],
    ['', `示例行请删去；一次至多 ${MOST_ACCOUNTS} 行。首次密码由程序生成，不在表中填写。`],
  ])
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The new accounts with their first passwords, to be cut into strips and handed over. */
export async function handoutSheet(rows: readonly HandedRow[]): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('账号与首次密码')
  sheet.columns = [
    { header: '姓名', key: 'name', width: 16 },
    { header: '单位', key: 'body', width: 28 },
    { header: '用户名', key: 'username', width: 20 },
    { header: '首次密码', key: 'password', width: 26 },
    { header: '说明', key: 'note', width: 44 },
  ]
  sheet.getRow(1).font = { bold: true }
  sheet.addRows(rows.map((row) => ({ ...row, note: '首次登录须修改密码；请只交给本人' })))
  return Buffer.from(await book.xlsx.writeBuffer())
}
