export interface LockEntry {
  readonly version?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly cpu?: readonly string[]
  readonly os?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export type LockPackages = Readonly<Record<string, LockEntry>>

/**
 * The entries that a lock file lacks: packages for other platforms that the registry it was written from does not
 * offer. `npm ci` refuses a lock file without them, and a Mac could not install from it. Key and value as in the lock.
 */
export function missingPlatformPackages(packages: LockPackages): ReadonlyMap<string, LockEntry> {
  const missing = new Map<string, LockEntry>()
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (placesOf(path, name).some((place) => packages[place])) continue
      missing.set(`node_modules/${name}`, { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true })
    }
  }
  return missing
}

/** Where Node would look for a package, seen from another one. */
function placesOf(from: string, name: string): readonly string[] {
  const parts = from.split('node_modules/')
  return parts
    .map((_, depth) => `${parts.slice(0, depth).join('node_modules/')}node_modules/${name}`)
    .concat(`${from}/node_modules/${name}`)
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x']

/** All these packages carry their platform in their name: `-linux-arm64-musl`, `-win32-x64-msvc`. */
function platformOf(name: string): LockEntry {
  const words = name.split(/[-/]/)
  const find = (known: readonly string[]) => known.filter((word) => words.includes(word))
  const [os, cpu] = [find(systems), find(processors)]
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`the platform of ${name} cannot be read from its name`)
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : []
  return { os, cpu, ...(libc.length > 0 ? { libc } : {}) }
}
