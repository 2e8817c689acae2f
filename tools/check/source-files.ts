import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** The project's own files that match a glob, sorted by path; what is installed, built or generated is left out. */
export function sourceFiles(root: string, pattern: string): readonly SourceFile[] {
  const files = globSync(pattern, {
    cwd: root,
    exclude: (name) => ['node_modules', 'dist', 'generated'].includes(name),
  })
  return files.sort().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
