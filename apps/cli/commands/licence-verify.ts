import { parseArgs } from 'node:util'
import { verifyFile } from '@guangyue/modules/licences'
import type { RunCommand, Terminal } from '../command.ts'
import { openFile, readAtMost } from '../read-file.ts'

const MOST_BYTES = 1024 * 1024

/**
 * `guangyue licence verify FILE --key FILE`: verifies a licence's file against the published keys, without a database.
 * Exit code 1 when it does not hold. Whether the licence was suspended or revoked since, only the site says.
 */
export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { key: { type: 'string' } },
    allowPositionals: true,
  })
  const reading = verifyFile(await textOf(positionals[0], terminal), await textOf(values.key, terminal))
  if (!reading.ok) {
    await terminal.print(`✗ ${reading.why}\n`)
    return 1
  }
  await terminal.print(`✓ 两种签名都相符　密钥 ${reading.keys.join(' ')}\n${reading.text}\n`)
  await terminal.print('这里只核验内容；现在是否有效，请打开核验页查看\n')
  return 0
}

async function textOf(name: string | undefined, terminal: Terminal): Promise<string> {
  const handle = await openFile(name, 'licence verify FILE --key FILE', terminal)
  try {
    return Buffer.from(await readAtMost(handle, MOST_BYTES)).toString('utf8')
  } finally {
    await handle.close()
  }
}
