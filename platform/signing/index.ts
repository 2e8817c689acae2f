export { fingerprintOf, isSigned, type PublicKey, publicKeys, type Signed, signingKey, signText } from './signing.ts'
