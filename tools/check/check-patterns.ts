import { type Fault, lineAt } from './fault.ts'
import { type SourceFile, sourceFiles } from './source-files.ts'

interface PatternRule {
  readonly pattern: RegExp
  /** Where the rule holds, by path from the root. */
  readonly holds: (path: string) => boolean
  readonly message: string
}

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

const patternRules: readonly PatternRule[] = [
  {
    pattern: /\bprocess\.env\b/g,
    // a test database server is named by the environment of whoever runs the tests
    holds: (path) =>
      !/^apps\/.*\/main\.ts$/.test(path) &&
      !path.endsWith('.config.ts') &&
      !/^(tools|tests)\//.test(path) &&
      path !== 'platform/testing/database.ts',
    message: '环境变量只在 apps/*/main.ts 里读一次，再作为参数传下去',
  },
  {
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/g,
    holds: (path) => path.startsWith('kernel/') && !isTest(path),
    message: 'kernel 没有时钟：今天是哪天，由调用者作为参数给出',
  },
  {
    pattern: /^export \* /gm,
    holds: () => true,
    message: '公开入口逐个列出名字，不写 export *',
  },
]

const emptyName = /(^|\/)(utils?|helpers?|common|misc|manager)(\.|\/|-|$)/
const LONGEST = 400

/** Rules about the text of one file: environment, clocks, wholesale exports, names that say nothing, length. */
export function checkPatterns(root: string): readonly Fault[] {
  return sourceFiles(root, '{kernel,platform,modules,apps,tools,bench,tests}/**/*.{ts,tsx,mjs}').flatMap(faultsOf)
}

function faultsOf({ path, text }: SourceFile): readonly Fault[] {
  const found = patternRules
    .filter(({ holds }) => holds(path))
    .flatMap(({ pattern, message }) =>
      [...withoutComments(text).matchAll(pattern)].map(({ index }) => ({
        file: path,
        line: lineAt(text, index),
        message,
      })),
    )
  const lines = text.split('\n').length - 1
  return [
    ...found,
    ...(emptyName.test(path)
      ? [{ file: path, message: '文件名没有说明内容（utils、helpers、common、misc、manager）' }]
      : []),
    ...(lines > LONGEST ? [{ file: path, message: `有 ${lines} 行，超过 ${LONGEST} 行，通常是两件事，请分开` }] : []),
  ]
}

/** Comments become blanks of the same length, so that offsets stay. Strings are kept: none of the patterns is a word. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '))
}
