import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { readSource } from './read-source.ts'
import { docxMade } from './zip-made.ts'

async function textOf(body: string, parts?: { numbering?: string; styles?: string }): Promise<string> {
  const read = await readSource(docxMade(body, parts), 'a.docx')
  assert.ok(read.ok, read.ok ? '' : read.message)
  return read.text
}

const p = (text: string, properties = '') => `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`
const listed = (text: string, level: number, list = 1) =>
  p(text, `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`)
const level = (n: number, format: string, pattern: string) =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`
const scheme = (...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="7">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`

const chinese = scheme(
  level(0, 'chineseCounting', '%1、'),
  level(1, 'chineseCountingThousand', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimal', '（%4）'),
  level(4, 'decimalEnclosedCircle', '%5'),
)

test('docx: Word’s own numbers come out as printed, deeper levels begin anew', async () => {
  const body = [
    listed('总体要求', 0),
    listed('主要任务', 0),
    listed('服务提升', 1),
    listed('线上办', 2),
    listed('窗口办', 2),
    listed('受理', 3),
    listed('当场受理', 4),
    listed('监管提升', 1),
    listed('分级监管', 2),
    listed('保障措施', 0),
    listed('加强组织', 1),
  ].join('')
  assert.deepEqual((await textOf(body, { numbering: chinese })).trim().split('\n'), [
    '一、总体要求',
    '二、主要任务',
    '（一）服务提升',
    '1.线上办',
    '2.窗口办',
    '（1）受理',
    '① 当场受理',
    '（二）监管提升',
    '1.分级监管',
    '三、保障措施',
    '（一）加强组织',
  ])
})

test('docx: articles are counted past ten and set off from their text', async () => {
  const numbering = scheme(level(0, 'chineseCountingThousand', '第%1条'))
  const text = await textOf(Array.from({ length: 21 }, (_, i) => listed(`内容${i + 1}`, 0)).join(''), { numbering })
  const lines = text.trim().split('\n')
  assert.deepEqual(
    [lines[0], lines[9], lines[10], lines[19], lines[20]],
    ['第一条 内容1', '第十条 内容10', '第十一条 内容11', '第二十条 内容20', '第二十一条 内容21'],
  )
})

test('docx: a list of a style, one that begins at five, one that the paragraph leaves', async () => {
  const numbering = `${chinese}<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`
  const styles =
    '<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="base"/></w:style>'
  const styled = (text: string, more = '') => p(text, `<w:pPr><w:pStyle w:val="own"/>${more}</w:pPr>`)
  const none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
  const text = await textOf(
    styled('甲') + styled('乙', none) + styled('丙') + listed('丁', 0, 2) + listed('戊', 0, 2),
    {
      numbering,
      styles,
    },
  )
  assert.equal(text, '一、甲\n乙\n二、丙\n五、丁\n六、戊\n')
})

const table = [
  [
    'tracked deletions and moves',
    `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>`,
    '新\n',
  ],
  [
    'a deleted end of paragraph',
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半，</w:t></w:r></w:p>${p('后半。')}`,
    '前半，后半。\n',
  ],
  ['hidden text', `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:t>明</w:t></w:r></w:p>`, '明\n'],
  [
    'a soft break, a tab, a tab stop',
    `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>右</w:t></w:r></w:p>`,
    '上\n下 右\n',
  ],
  [
    'the code of a field',
    `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>见附件</w:t></w:r></w:p>`,
    '见附件\n',
  ],
  ['entities', p('甲&amp;乙&#x4e19;&constructor;'), '甲&乙丙&constructor;\n'],
  ['a frame of one cell', `<w:tbl><w:tr><w:tc>${p('通知')}${p('正文')}</w:tc></w:tr></w:tbl>`, '通知\n正文\n'],
] as const

for (const [name, body, text] of table) {
  test(`docx: ${name}`, async () => assert.equal(await textOf(body), text))
}

test('docx: a table is a line a row; a cell that spans rows says the same in each', async () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const rows = [
    row(cell('序号'), cell('任务'), cell('责任单位'), cell('时限')),
    row(cell('一、服务', '<w:gridSpan w:val="4"/>')),
    row(cell('1'), cell('甲|乙'), cell('市教育局', '<w:vMerge w:val="restart"/>'), cell('6月底前')),
    row(cell('2'), cell('丙'), cell('', '<w:vMerge/>'), cell('年底前')),
    `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('3')}${cell('删')}</w:tr>`,
  ]
  assert.equal(
    await textOf(`<w:tbl>${rows.join('')}</w:tbl>`),
    '| 序号 | 任务 | 责任单位 | 时限 |\n一、服务\n| 1 | 甲｜乙 | 市教育局 | 6月底前 |\n| 2 | 丙 | 市教育局 | 年底前 |\n',
  )
})

test('docx: text boxes are left out and said to be', async () => {
  const box = `<w:pict><w:txbxContent>${p('印章')}</w:txbxContent></w:pict>`
  const read = await readSource(docxMade(`<w:p><w:r><w:t>正文</w:t>${box}</w:r></w:p>`), 'a.docx')
  assert.deepEqual(read, { ok: true, kind: 'docx', text: '正文\n', notes: ['文本框中的文字没有读入（1 处）。'] })
})

test('docx: as the docx library writes it', async () => {
  const document = new Document({
    sections: [
      {
        children: ['关于任免的通知', '任命王某为局长。'].map(
          (text) => new Paragraph({ children: [new TextRun(text)] }),
        ),
      },
    ],
  })
  const read = await readSource(await Packer.toBuffer(document), 'a.docx')
  assert.equal(read.ok && read.text, '关于任免的通知\n任命王某为局长。\n')
})

test('docx: a hundred thousand elements in each other are no trouble', async () => {
  const deep = 100_000
  assert.equal(await textOf('<w:sdt>'.repeat(deep) + p('底') + '</w:sdt>'.repeat(deep)), '底\n')
})
