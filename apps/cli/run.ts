import { type Command, CommandRefusal, type Terminal } from './command.ts'
import { commands } from './commands.ts'

/** Finds the command in the words of the command line, runs it and returns the exit code. Never throws. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  const [first] = words
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    await terminal.print(help())
    return 0
  }
  const command = findCommand(words)
  if (command === undefined) {
    terminal.warn(`没有 ${first} 这个命令；运行 guangyue help 查看全部命令。`)
    return 2
  }
  const args = words.slice(command.name.split(' ').length)
  if (args.includes('--help') || args.includes('-h')) {
    await terminal.print(`guangyue ${command.name} ${command.usage}\n${command.summary}\n`)
    return 0
  }
  try {
    const { run } = await command.load()
    return await run(args, terminal)
  } catch (error) {
    return explain(error, command, terminal)
  }
}

function findCommand(words: readonly string[]): Command | undefined {
  return commands.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '))
}

function help(): string {
  const lines = commands.map(({ name, usage, summary }) => `  guangyue ${name} ${usage}\n      ${summary}\n`)
  return `光岳：公报进来，台账出去。\n\n${lines.join('\n')}\n文件路径可以是相对路径；退出码 0 完成，1 有问题，2 没有执行。\n`
}

async function explain(error: unknown, command: Command, terminal: Terminal): Promise<number> {
  const { DomainError } = await import('@guangyue/platform/errors')
  if (error instanceof CommandRefusal) terminal.warn(error.message)
  else if (error instanceof DomainError) {
    const { what, kept, todo, fields = [] } = error.said
    const said = fields.length > 0 ? fields.map(({ message }) => message) : [kept, todo].filter(Boolean)
    terminal.warn(`${what}：${said.join('；')}`)
  } else if (isWrongOption(error)) {
    terminal.warn(`选项不对：guangyue ${command.name} ${command.usage}`)
  } else {
    terminal.warn(`程序出错，没有做完：${error instanceof Error ? error.stack : String(error)}`)
    return 1
  }
  return 2
}

function isWrongOption(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
