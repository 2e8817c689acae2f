import { createServer } from 'node:net'

/** The wanted port of 127.0.0.1 if nobody listens there, else one that the system chooses. */
export async function freePort(wanted: number | undefined): Promise<number> {
  return (await tryListen(wanted ?? 0)) ?? (await tryListen(0)) ?? Promise.reject(new Error('没有空闲的端口'))
}

function tryListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      const found = typeof address === 'object' && address ? address.port : undefined
      server.close(() => resolve(found))
    })
  })
}
