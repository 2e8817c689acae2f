import type { FastifyReply } from 'fastify'

/** Hands the library's cookies on to the browser. */
export function keepCookies(reply: FastifyReply, cookies: readonly string[]): void {
  if (cookies.length > 0) reply.header('set-cookie', [...cookies])
}
