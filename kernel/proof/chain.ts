/** One signed record of a chain. `previous` is what its statement says of the one before. */
export interface ChainLink {
  /** The canonical text that is hashed and signed. */
  readonly statement: string
  /** SHA-256 of the statement in hex, as recorded. */
  readonly hash: string
  readonly previous: string
  readonly signature: string
  readonly publicKey: string
}

/** `hash`: the statement is not what was hashed. `previous`: it does not follow the one before. `signature`: not signed so. */
export type ChainFault = 'hash' | 'previous' | 'signature'

/** How hashes and signatures are computed; given in, so that this stays without I/O. */
export interface ProofTools {
  hash(text: string): string
  verify(signed: Pick<ChainLink, 'statement' | 'signature' | 'publicKey'>): boolean
}

/** What stands before the first record. */
export const chainStart = '0'.repeat(64)

/** What does not hold of each record, in the order given; the first follows `chainStart`. */
export function chainFaults(links: readonly ChainLink[], tools: ProofTools): readonly (readonly ChainFault[])[] {
  return links.map((link, i) => {
    const before = links[i - 1]?.hash ?? chainStart
    return [
      ...(tools.hash(link.statement) === link.hash ? [] : ['hash' as const]),
      ...(link.previous === before ? [] : ['previous' as const]),
      ...(tools.verify(link) ? [] : ['signature' as const]),
    ]
  })
}
