// `node tools/errors/main.ts`: adds to docs/errors.md the codes that it lacks, with the first sentence that the code
// says, and takes out those that are gone. Messages already there stay as they were written.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorRows } from './error-rows.ts'

const root = join(import.meta.dirname, '../..')
const page = join(root, 'docs/errors.md')
const files = globSync('{platform,modules,apps}/**/errors.ts', {
  cwd: root,
  exclude: (name) => name === 'node_modules',
})
const rows = errorRows(
  files.map((file) => readFileSync(join(root, file), 'utf8')),
  existsSync(page) ? readFileSync(page, 'utf8') : '',
)
writeFileSync(
  page,
  `# 错误代码

程序拒绝一件事时，应答里带着代码（\`code\`）和中文提示。代码不变，提示可以改。“…”处由程序填写。

| 代码 | 提示 |
|---|---|
${rows.map(({ code, message }) => `| \`${code}\` | ${message} |`).join('\n')}
`,
)
