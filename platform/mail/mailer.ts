import { createTransport } from 'nodemailer'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends one letter; throws when the server does not take it, and the caller's job tries again. */
export type Mailer = (letter: Letter) => Promise<void>

/** Mail through an SMTP server, `smtp://user:password@host:port` or `smtps://…`. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url, { from, connectionTimeout: 10_000, socketTimeout: 20_000 } as object)
  return async (letter) => {
    await transport.sendMail(letter)
  }
}
