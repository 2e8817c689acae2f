import assert from 'node:assert/strict'
import { test } from 'node:test'
import exceljs from 'exceljs'
import { type AccountLine, MOST_ACCOUNTS, readAccountLines } from './account-lines.ts'
import { checkLines } from './check-lines.ts'
import { rolesIn } from './role-words.ts'
import { handoutSheet, sampleSheet } from './write-sheets.ts'

async function sheetOf(rows: readonly (readonly exceljs.CellValue[])[]): Promise<Buffer> {
  const book = new exceljs.Workbook()
  book.addWorksheet('名单').addRows(rows.map((row) => [...row]))
  return Buffer.from(await book.xlsx.writeBuffer())
}

const line = (part: Partial<AccountLine> = {}): AccountLine => {
  const whole = { line: 2, name: '林见微', username: 'lin', body: '', title: '', email: '', roles: '督查室' }
  return { ...whole, ...part }
}
const known = {
  taken: new Set(['wang']),
  bodies: new Map([
    ['市财政局', { kind: 'body', bodyId: 'b1' }],
    ['市两可局', { kind: 'several', bodyIds: ['b1', 'b2'] }],
    ['各县区', { kind: 'group', groupId: 'g1', members: ['b1'], complete: true }],
    ['市月球局', { kind: 'unknown' }],
  ] as const),
}

const wordings = [
  ['ours', ['姓名', '用户名', '单位', '职务', '身份', '邮箱']],
  ['an office of personnel', ['人员姓名', '登录账号', '所在部门', '职位', '角色', '电子邮箱']],
  ['with marks and in full width', ['＊姓 名', '账号（必填）', '工作单位：', '现任职务', '用户角色 *', 'Ｅ－Ｍail']],
] as const
for (const [name, heads] of wordings) {
  test(`headings are recognised: ${name}`, async () => {
    const rows = [['某市账号'], ['序号', ...heads], [1, '林见微', 'lin', '市财政局', '科长', '经办人', 'a@b.cn'], [2]]
    assert.deepEqual(readAccountLines(await sheetOf(rows)), [
      {
        ...{
          line: 3,
          name: '林见微',
          username: 'lin',
          body: '市财政局',
          title: '科长',
          roles: '经办人',
          email: 'a@b.cn',
        },
        unread: [],
      },
    ])
  })
}

const heads = ['姓名', '用户名', '身份']
const many = Array.from({ length: MOST_ACCOUNTS + 1 }, (_, at) => ['林', `lin${at}`, '审计'])
const refused = [
  ['without the columns needed', [['姓名', '单位']], /没有“用户名”“身份”/],
  ['of nothing', [heads], /标题行以下没有内容/],
  ['of too many rows', [heads, ...many], /超过 500 行/],
] as const
for (const [name, rows, said] of refused) {
  test(`a table is refused: ${name}`, async () => {
    const bytes = await sheetOf(rows)
    assert.throws(() => readAccountLines(bytes), { code: 'identity.account-sheet-refused', message: said })
  })
}

test('a cell that cannot be read is told by row and column; one in a column that we leave aside is not', async () => {
  const wrong = { formula: 'X9', result: { error: '#REF!' } } as const
  const [read] = readAccountLines(
    await sheetOf([
      [...heads, '备注'],
      ['林见微', wrong, '审计', wrong],
    ]),
  )
  assert.deepEqual(read?.unread, ['第 2 行 B 列：公式出错（#REF!），按空白读取'])
})

const checks = [
  ['nothing', line(), []],
  ['no name', line({ name: '' }), ['请填写姓名']],
  ['a username in use', line({ username: 'WANG' }), ['用户名“WANG”已被使用']],
  ['an unfit username', line({ username: '林 见微' }), ['用户名 2 至 40 位，可用汉字、字母、数字和 _ . -']],
  ['an unknown body', line({ body: '市月球局', roles: '经办人' }), ['没有找到单位“市月球局”']],
  ['a name of several bodies', line({ body: '市两可局' }), ['单位“市两可局”对应不止一个单位，请写全称']],
  ['a group', line({ body: '各县区' }), ['“各县区”是一组单位，请写其中一个']],
  ['an officer of no body', line({ roles: '经办人' }), ['经办人和单位负责人须属于一个单位']],
  ['an unknown role', line({ roles: '督查室、国王' }), ['没有“国王”这种身份']],
  ['no role', line({ roles: '' }), ['没有填写身份']],
  ['a wrong address', line({ email: 'a@' }), ['邮箱“a@”不正确']],
] as const
for (const [name, row, expected] of checks) {
  test(`a row's faults: ${name}`, () => assert.deepEqual(checkLines([row], known)[0]?.faults, expected))
}

test("a row's faults: a username twice in the table, whatever its case", () => {
  const faults = checkLines([line({ username: 'Lin' }), line({ username: 'lin' }), line({ username: 'li' })], known)
  assert.deepEqual(
    faults.map(({ faults: found }) => found.length),
    [1, 1, 0],
  )
})

test('roles are read by our names and usual ones, several in a cell, each once', () => {
  assert.deepEqual(rolesIn('经办人、单位负责人；经办 国王'), { roles: ['officer', 'head'], unknown: ['国王'] })
})

test('the sample is read back, and its invented bodies are no bodies', async () => {
  const lines = readAccountLines(await sampleSheet())
  const faults = checkLines(lines, { ...known, bodies: new Map() }).map(({ faults: found }) => found)
  assert.deepEqual(faults, [['没有找到单位“示例市财政局”'], ['没有找到单位“示例市财政局”']])
})

test('what is handed over holds each password as text', async () => {
  const row = { name: '=1+1', body: '市财政局', username: 'lin', password: '2345-6789-abcd-efgh' }
  const book = new exceljs.Workbook()
  await book.xlsx.load((await handoutSheet([row])) as never)
  const cells = [1, 2, 3, 4].map((column) => book.worksheets[0]?.getRow(2).getCell(column).value)
  assert.deepEqual(cells, Object.values(row))
})
