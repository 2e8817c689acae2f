// A client in a process of its own: so many users ask for one address after another, each waiting for its answer.
// node bench/ledger/ask.ts '{"url": …, "cookie": …, "users": 16, "seconds": 2}' sends the times, in milliseconds.
import { Agent, request } from 'node:http'

interface Asked {
  readonly url: string
  readonly host: string
  readonly cookie: string
  readonly users: number
  readonly seconds: number
}

const { url, host, cookie, users, seconds } = JSON.parse(process.argv[2] ?? '{}') as Asked
const agent = new Agent({ keepAlive: true, maxSockets: users })
const until = performance.now() + seconds * 1000
const times: number[] = []

async function ask(): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const asked = request(url, { agent, headers: { host, cookie } }, (answer) => {
    if (answer.statusCode !== 200) reject(new Error(`${url} was answered with ${answer.statusCode}`))
    answer.resume().on('end', resolve).on('error', reject)
  })
  asked.on('error', reject).end()
  await promise
}

async function user(): Promise<void> {
  while (performance.now() < until) {
    const start = performance.now()
    await ask()
    times.push(performance.now() - start)
  }
}

await Promise.all(Array.from({ length: users }, user))
agent.destroy()
// the channel is closed once the times are through it: closed at once, it may lose them
process.send?.(times, () => process.disconnect())
