import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { layout, superuser } from './cluster.ts'

/** The address of the embedded server that another process runs in this folder; undefined when none answers. */
export async function findRunning(folder: string): Promise<string | undefined> {
  const paths = layout(folder)
  const [password = '', port = ''] = await Promise.all(
    [paths.password, paths.port].map((file) => readFile(file, 'utf8').catch(() => '')),
  )
  if (password.trim() === '' || port.trim() === '') return undefined
  const url = `postgres://${superuser}:${password.trim()}@127.0.0.1:${port.trim()}/${superuser}`
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return url
  } catch {
    return undefined
  }
}
