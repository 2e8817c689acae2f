/**
 * A text that a spreadsheet program cannot take for a formula: one that begins with = + - @ or a control sign gets an
 * apostrophe before it (OWASP, CSV injection). `unguarded` takes it off again.
 */
export function guarded(text: string): string {
  const plain = text.replace(/\p{Cc}/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ''))
  return /^[=+\-@\t\r\n＝＋－＠]/.test(plain) ? `'${plain}` : plain
}

/** The text as it was before `guarded`. */
export function unguarded(text: string): string {
  return /^'[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text
}
