import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parseIssue, toParseContract } from '@guangyue/kernel/gazette-text'

// The scorer and the real texts lie beside the repository; the invented ones with their labels are our own.
const root = join(import.meta.dirname, '../..')
const shared = join(root, '../shared')
const scorer = join(shared, 'tools/score-parse.mjs')
const skip = existsSync(scorer) ? false : '旁边没有 shared/tools/score-parse.mjs'
const folder = mkdtempSync(join(tmpdir(), 'guangyue-scores-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function score(text: string, gold: string, minima: string): void {
  const parsed = join(folder, 'parsed.json')
  writeFileSync(parsed, JSON.stringify(toParseContract(parseIssue(readFileSync(text, 'utf8'), {}))))
  const { status, stdout, stderr } = spawnSync(process.execPath, [scorer, gold, parsed, '--min', minima], {
    encoding: 'utf8',
  })
  assert.equal(status, 0, `${gold}\n${stdout}${stderr}`)
}

function figuresOf(gold: string): readonly string[] {
  const labels = JSON.parse(readFileSync(gold, 'utf8'))
  return [
    ...(labels.measures?.length ? ['measures', 'parties', 'deadlines'] : []),
    ...(labels.appointments?.length ? ['appointments'] : []),
    ...(labels.events?.length ? ['events'] : []),
  ]
}

for (const [name, place] of [
  ['our own', join(root, 'kernel/gazette-text/fixtures')],
  ['from elsewhere', join(shared, 'gazette/elsewhere')],
] as const) {
  const texts = existsSync(place) ? readdirSync(place).filter((file) => file.endsWith('.txt')) : []
  for (const file of texts) {
    test(`${name}, ${file}`, { skip }, () => {
      const gold = join(place, file.replace('.txt', '.gold.json'))
      score(
        join(place, file),
        gold,
        figuresOf(gold)
          .map((figure) => `${figure}=0.95`)
          .join(','),
      )
    })
  }
}

for (const [labels, minima] of [
  ['measures.jsonl', 'measures=0.995,parties=0.995,deadlines=0.99'],
  ['personnel.json', 'appointments=1'],
  ['chronicle.json', 'events=1'],
] as const) {
  test(`the real issue, ${labels}`, { skip }, () => {
    score(join(shared, 'gazette/liaocheng-2021-06.txt'), join(shared, 'gazette/labels', labels), minima)
  })
}
