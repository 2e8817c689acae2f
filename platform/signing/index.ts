export { fingerprintOf, isSigned, type PublicKey, publicKeys, type Signed, signingKey, signText } from './signing.ts'
export { isSignedSm2, signTextSm2, sm2FingerprintOf, sm2PublicKeys } from './sm2.ts'
