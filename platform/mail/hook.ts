import { createHmac } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { BlockList, isIPv6 } from 'node:net'

export interface Hook {
  readonly url: string
  /** The receiver checks `x-guangyue-signature: sha256=…` with it. */
  readonly secret: string
  readonly body: unknown
  /** Addresses inside of the house are refused unless the installation says that its hooks may go there. */
  readonly reach: 'outside' | 'anywhere'
}

/** Posts a signed JSON message. Refuses inner addresses, redirects and answers other than 2xx, each with a sentence. */
export async function postHook(hook: Hook): Promise<void> {
  const url = new URL(hook.url)
  if (url.protocol !== 'https:' && hook.reach === 'outside') throw new Error('回调地址须以 https:// 开头')
  if (hook.reach === 'outside') await refuseInside(url.hostname)
  const text = JSON.stringify(hook.body)
  const signature = createHmac('sha256', hook.secret).update(text).digest('hex')
  const answer = await fetch(url, {
    method: 'POST',
    body: text,
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
    headers: { 'content-type': 'application/json', 'x-guangyue-signature': `sha256=${signature}` },
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`回调地址答复 ${answer.status}`)
}

const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  inside.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  inside.addSubnet(network, prefix, 'ipv6')
}

async function refuseInside(host: string): Promise<void> {
  const found = await lookup(host.replace(/^\[|\]$/g, ''), { all: true })
  if (found.some(({ address }) => inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4'))) {
    throw new Error('回调地址指向内部网络，已拒绝')
  }
}
