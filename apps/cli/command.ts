/** What a command may touch of the world outside. Made once, by main.ts. */
export interface Terminal {
  /** Absolute path of the repository's root. */
  readonly root: string
  /** The folder that relative paths on the command line start from. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Prints to standard output; resolves when more may be written. */
  print(text: string): Promise<void>
  /** Prints a line to standard error. */
  warn(line: string): void
}

/** One command: the words after its name come in, the exit code goes out. 0 done, 1 done with faults, 2 refused. */
export type RunCommand = (args: readonly string[], terminal: Terminal) => Promise<number>

export interface Command {
  /** As typed: one word, or two for a command of a family. */
  readonly name: string
  /** What follows the name, for the help. */
  readonly usage: string
  /** Chinese, one line. */
  readonly summary: string
  /** Loads the command's file only when it is called: starting must stay fast. */
  load(): Promise<{ readonly run: RunCommand }>
}

/** A command cannot do what was asked; the message is one Chinese sentence that is printed as it is. Exit code 2. */
export class CommandRefusal extends Error {
  override readonly name = 'CommandRefusal'
}
