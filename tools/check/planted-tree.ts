import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Files of a small project in a temporary folder, in which tests plant what a check must find. */
export interface PlantedTree {
  readonly root: string
  remove(): void
}

const exports = {
  kernel: { './*': './*/index.ts' },
  platform: { './ui': './ui/index.tsx', './http/endpoint': './http/endpoint.ts', './*': './*/index.ts' },
  modules: { './*.tsx': './*.tsx', './*/api': './*/api.ts', './*.ts': './*.ts', './*': './*/index.ts' },
}

/** A tree with the three packages that are imported by name, and the given files: path from the root → text. */
export function plantTree(files: Readonly<Record<string, string>>): PlantedTree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'guangyue-planted-')))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  mkdirSync(join(root, 'node_modules/@guangyue'), { recursive: true })
  for (const [name, map] of Object.entries(exports)) {
    write(`${name}/package.json`, JSON.stringify({ name: `@guangyue/${name}`, type: 'module', exports: map }))
    symlinkSync(`../../${name}`, join(root, 'node_modules/@guangyue', name))
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
