import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { layOutDocument, type OfficialDocument } from '@guangyue/kernel/official-document'
import JSZip from 'jszip'
import { writeDocx } from './docx.ts'

// Word refuses a file whose elements are out of order or whose parts do not name each other; ECMA-376, parts 1 and 2.

const words = (text: string) => text.trim().split(/\s+/)

/** The children of an element in the order of the schema. */
const orders: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': words(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
    spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
    divId cnfStyle rPr sectPr pPrChange`),
  'w:rPr':
    words(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
    vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath`),
  'w:sectPr': words(`headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
    pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings`),
  'w:tblPr': words(`tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
    tblInd tblBorders shd tblLayout tblCellMar tblLook`),
  'w:tcPr': words(
    `cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark`,
  ),
  'w:tbl': words('tblPr tblGrid tr'),
  'w:tblBorders': words('top left start bottom right end insideH insideV'),
  'w:tcBorders': words('top left start bottom right end insideH insideV tl2br tr2bl'),
  'w:tblCellMar': words('top left start bottom right end'),
  'w:pBdr': words('top left bottom right between bar'),
  'w:style':
    words(`name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
    personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr`),
  'w:styles': words('docDefaults latentStyles style'),
  'w:docDefaults': words('rPrDefault pPrDefault'),
  'w:abstractNum': words('nsid multiLevelType tmpl name styleLink numStyleLink lvl'),
  'w:lvl': words(`start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr`),
  'w:settings': words(`writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
    displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
    embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState
    formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView
    trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet
    defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength
    clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets
    drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
    displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin
    drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne
    strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema
    saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving
    saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat
    docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping`),
}

/** Elements that come once; the others may be repeated. */
const many = new Set(words('headerReference footerReference tr style tab tblStylePr lvl'))
/** What must stand first in an element if it is there at all. */
const first: Readonly<Record<string, string>> = { 'w:p': 'w:pPr', 'w:r': 'w:rPr', 'w:tc': 'w:tcPr', 'w:tr': 'w:trPr' }

interface Node {
  readonly name: string
  readonly head: string
  readonly children: Node[]
}

/** The tree of a part; throws where tags do not close each other. */
function treeOf(xml: string): Node {
  const root: Node = { name: '', head: '', children: [] }
  const open = [root]
  for (const [, close, name = '', head = '', single] of xml.matchAll(
    /<(\/)?([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/)?>/g,
  )) {
    if (close) {
      assert.equal(open.pop()?.name, name)
      continue
    }
    const node: Node = { name, head, children: [] }
    open.at(-1)?.children.push(node)
    if (!single) open.push(node)
  }
  assert.equal(open.length, 1)
  return root
}

function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const child of node.children) yield* nodesOf(child)
}

function faultsOf(node: Node): readonly string[] {
  const names = node.children.map(({ name }) => name)
  const order = orders[node.name]
  const at = (order ? names : []).map((name) => order?.indexOf(name.replace('w:', '')) ?? -1)
  const unknown = names.filter((_, place) => at[place] === -1)
  const unsorted = at.some((place, index) => index > 0 && place < (at[index - 1] ?? 0))
  const twice = order ? names.filter((name, place) => names.indexOf(name) !== place && !many.has(name.slice(2))) : []
  const head = first[node.name]
  const late = head !== undefined && names.indexOf(head) > 0
  const cell = node.name === 'w:tc' && names.at(-1) !== 'w:p'
  const body = node.name === 'w:body' && names.at(-1) !== 'w:sectPr'
  return [
    ...unknown.map((name) => `${node.name}: ${name} does not belong here`),
    ...(unsorted ? [`${node.name}: ${names.join(' ')} is out of order`] : []),
    ...twice.map((name) => `${node.name}: ${name} twice`),
    ...(late ? [`${node.name}: ${head} is not first`] : []),
    ...(cell ? ['w:tc does not end with a paragraph'] : []),
    ...(body ? ['w:body does not end with its section'] : []),
  ]
}

function attribute({ head }: Node, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1]
}

const text = '各单位对照年度任务逐项梳理，压实责任，完善措施，总体进展良好。'
const notice: OfficialDocument = {
  kind: '通报',
  mark: { organs: ['云河市人民政府办公室'], withWord: true },
  urgency: null,
  number: '云政办字〔2021〕11号',
  signers: [],
  title: '云河市人民政府办公室关于重点任务落实情况的通报',
  titleWords: [],
  addressees: ['各县（市、区）人民政府'],
  body: [
    { kind: 'heading', level: 1, heading: '总体情况', text: '' },
    { kind: 'heading', level: 2, heading: '进度。', text: text.repeat(12) },
    { kind: 'table', title: '完成情况', table: { head: ['任务', '进度'], rows: [['甲项', '95.5%']], widths: [3, 1] } },
    { kind: 'text', text: '三项“提前”、两项 A&B <b>滞后</b>。' },
  ],
  attachments: [{ title: '任务清单', body: [{ kind: 'text', text }] }],
  signature: ['云河市人民政府办公室'],
  date: plainDate('2021-10-08'),
  note: '此件公开发布',
  copies: ['市委办公室', '市政协办公室'],
  printing: { by: '云河市人民政府办公室', on: plainDate('2021-10-09') },
  seal: 'demonstration',
}

const variants: readonly (readonly [name: string, changes: Partial<OfficialDocument>])[] = [
  ['a bulletin with table, attachment and seal', {}],
  [
    'a letter without copies',
    {
      kind: '函',
      title: '云河市人民政府办公室关于临近时限的函',
      mark: { organs: ['云河市人民政府办公室'], withWord: false },
      copies: [],
      attachments: [],
      seal: 'none',
    },
  ],
  [
    'a joint one',
    {
      mark: { organs: ['云河市发展和改革委员会', '云河市财政局'], withWord: true },
      signature: ['云河市发展和改革委员会', '云河市财政局'],
      seal: 'none',
      title: '云河市发展和改革委员会云河市财政局关于有关事项的通报',
    },
  ],
  [
    'one with a blank page before its imprint',
    { body: [{ kind: 'text', text: '任务'.repeat(13 * 40) }], attachments: [], seal: 'none' },
  ],
]

for (const [name, changes] of variants) {
  test(`docx: every element where the schema wants it, every part named: ${name}`, async () => {
    const layout = layOutDocument({ ...notice, ...changes })
    assert.ok(layout.ok, layout.ok ? '' : JSON.stringify(layout.refusals))
    const zip = await JSZip.loadAsync(await writeDocx(layout.value))
    const files = Object.values(zip.files).filter(({ dir }) => !dir)
    const parts = new Map<string, string>()
    for (const file of files) parts.set(file.name, await file.async('string'))

    const faults = [...parts].flatMap(([part, xml]) =>
      [...nodesOf(treeOf(xml))].flatMap((node) => faultsOf(node).map((fault) => `${part}: ${fault}`)),
    )
    assert.deepEqual([...new Set(faults)], [])

    assert.equal([...parts.keys()].filter((part) => part === '[Content_Types].xml').length, 1)
    const types = [...nodesOf(treeOf(parts.get('[Content_Types].xml') ?? ''))]
    const defaults = new Set(types.filter((one) => one.name === 'Default').map((one) => attribute(one, 'Extension')))
    const overrides = types.filter((one) => one.name === 'Override').map((one) => attribute(one, 'PartName'))
    const untyped = [...parts.keys()].filter((part) => {
      return part !== '[Content_Types].xml' && !overrides.includes(`/${part}`) && !defaults.has(part.split('.').at(-1))
    })
    assert.deepEqual(untyped, [])
    assert.deepEqual(
      overrides.filter((part) => !parts.has((part ?? '').slice(1))),
      [],
    )
    assert.equal(new Set(overrides).size, overrides.length)

    for (const [part, xml] of parts) {
      const place = part.split('/')
      const own = parts.get([...place.slice(0, -1), '_rels', `${place.at(-1)}.rels`].join('/'))
      const relations = own === undefined ? [] : [...nodesOf(treeOf(own))].filter((one) => one.name === 'Relationship')
      const ids = relations.map((one) => attribute(one, 'Id'))
      assert.equal(new Set(ids).size, ids.length, part)
      for (const [, id] of xml.matchAll(/\sr:(?:id|embed)="([^"]+)"/g)) assert.ok(ids.includes(id), `${part} ${id}`)
      for (const one of relations.filter((relation) => attribute(relation, 'TargetMode') !== 'External')) {
        const target = attribute(one, 'Target') ?? ''
        const full = target.startsWith('/') ? target.slice(1) : [...place.slice(0, -1), target].join('/')
        assert.ok(parts.has(full), `${part} → ${target}`)
      }
    }

    const styles = [...nodesOf(treeOf(parts.get('word/styles.xml') ?? ''))].filter((one) => one.name === 'w:style')
    const styleIds = styles.map((one) => attribute(one, 'w:styleId'))
    assert.equal(new Set(styleIds).size, styleIds.length)
    const document = parts.get('word/document.xml') ?? ''
    for (const [, style] of document.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g)) {
      assert.ok(styleIds.includes(style), style)
    }
    for (const one of styles) {
      const based = one.children.find(({ name: child }) => child === 'w:basedOn')
      if (based) assert.ok(styleIds.includes(attribute(based, 'w:val')), one.head)
    }
    const numbering = parts.get('word/numbering.xml') ?? ''
    for (const [, number] of document.matchAll(/<w:numId w:val="(\d+)"/g)) {
      assert.ok(numbering.includes(`<w:num w:numId="${number}"`), number)
    }
    const drawn = [...document.matchAll(/<wp:docPr [^>]*id="(\d+)"/g)].map(([, id]) => id)
    assert.equal(new Set(drawn).size, drawn.length)
  })
}
