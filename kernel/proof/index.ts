export { canonicalText, type Plain } from './canonical.ts'
export { type ChainFault, type ChainLink, chainFaults, chainStart, type ProofTools } from './chain.ts'
