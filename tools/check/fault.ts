/** Something that `npm run check` refuses, printed as one line. */
export interface Fault {
  /** From the repository's root. */
  readonly file: string
  /** 1-based; left out where the file as a whole is meant. */
  readonly line?: number
  /** Chinese, what is wrong and what would be right. */
  readonly message: string
}

export const faultLine = ({ file, line, message }: Fault): string =>
  `${line === undefined ? file : `${file}:${line}`}  ${message}`

/** The 1-based line of an offset in a text. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
