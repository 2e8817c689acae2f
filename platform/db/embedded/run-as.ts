import { spawn, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { EmbeddedDatabaseFault } from './fault.ts'

export interface RunResult {
  readonly code: number
  readonly output: string
}

/** Runs the PostgreSQL programs under an account that PostgreSQL accepts. */
export interface Runner {
  readonly how: 'direct' | 'as-account' | 'user-namespace'
  run(program: string, args: readonly string[]): Promise<RunResult>
  /** The same at the last moment of a process, when nothing can be awaited any more. */
  runNow(program: string, args: readonly string[]): RunResult
  /** Gives a folder and all in it to that account. */
  own(folder: string): void
}

interface Account {
  readonly uid: number
  readonly gid: number
}

/** Nothing of the person's environment (PGPORT, LC_ALL, …) may reach PostgreSQL. */
const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' }

/**
 * PostgreSQL refuses uid 0. An ordinary user runs it directly. Root runs it as the owner of the data folder, or as
 * `nobody` when that is root, so no account need be made; where that account cannot reach the folder or the programs
 * (a checkout under a 0700 home), it runs in a user namespace in which root's files belong to uid 65534.
 * `folder` is the data folder, which exists; `probe` is one of the programs.
 */
export function chooseRunner(folder: string, probe: string): Runner {
  if (process.getuid?.() !== 0) return runner('direct', [], undefined)
  const account = ownerOf(folder) ?? nobody()
  if (account !== undefined) {
    const asAccount = runner('as-account', [], account)
    asAccount.own(folder)
    if (asAccount.runNow('/bin/sh', ['-c', '[ -w "$1" ] && "$2" --version', 'sh', folder, probe]).code === 0)
      return asAccount
  }
  const inNamespace = runner(
    'user-namespace',
    ['unshare', '--user', '--map-user=65534', '--map-group=65534'],
    undefined,
  )
  inNamespace.own(folder)
  if (inNamespace.runNow(probe, ['--version']).code === 0) return inNamespace
  throw new EmbeddedDatabaseFault(
    `以 root 启动时，内置数据库要由 nobody 用户运行，而它进不去 ${folder}；请换一个各级目录都可进入的位置，或改用普通用户启动`,
  )
}

function ownerOf(folder: string): Account | undefined {
  const { uid, gid } = statSync(folder)
  return uid === 0 ? undefined : { uid, gid }
}

function nobody(): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number.parseInt(spawnSync('id', [flag, 'nobody']).stdout?.toString(), 10),
  )
  return uid && gid ? { uid, gid } : undefined
}

function runner(how: Runner['how'], prefix: readonly string[], account: Account | undefined): Runner {
  // cwd "/": the account may not be allowed to read the folder that the program was started in
  const options = { ...account, cwd: '/', env: environment }
  const command = (program: string, args: readonly string[]): [string, string[]] => {
    const [first = program, ...rest] = [...prefix, program, ...args]
    return [first, rest]
  }
  return {
    how,
    run: (program, args) => collect(spawn(...command(program, args), options)),
    runNow(program, args) {
      const done = spawnSync(...command(program, args), options)
      return { code: done.status ?? 1, output: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}` }
    },
    own(folder) {
      if (how === 'direct') return
      const { uid, gid } = account ?? { uid: 0, gid: 0 }
      spawnSync('chown', ['-R', `${uid}:${gid}`, folder])
    },
  }
}

function collect(child: ReturnType<typeof spawn>): Promise<RunResult> {
  return new Promise((resolve) => {
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    child.once('error', (error) => resolve({ code: 1, output: output + error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
