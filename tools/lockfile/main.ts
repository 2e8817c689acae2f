// Run after adding a package: adds to package-lock.json the platform packages that the registry in use did not offer.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingPlatformPackages } from './platform-packages.ts'

const file = join(import.meta.dirname, '../../package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = missingPlatformPackages(lock.packages)
const entries = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) })
// npm keeps the root and the workspaces first as they are, and sorts by the English locale
lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${missing.size} platform packages added`)
