import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LockPackages, missingPlatformPackages } from '../lockfile/platform-packages.ts'
import type { Fault } from './fault.ts'
import { workspacePackages } from './layout.ts'

/**
 * Five workspace packages and no sixth, every version pinned, the lock file complete for every platform and free of
 * the addresses of one registry.
 */
export function checkPackages(root: string): readonly Fault[] {
  const found = globSync('**/package.json', {
    cwd: root,
    exclude: (name) => ['node_modules', 'dist', 'fixtures', '.data'].includes(name),
  })
  const wanted = ['package.json', ...workspacePackages.map((name) => `${name}/package.json`)]
  return [
    ...found.filter((file) => !wanted.includes(file)).map((file) => ({ file, message: '只有五个工作区包，不能再加' })),
    ...wanted.filter((file) => !found.includes(file)).map((file) => ({ file, message: '缺少工作区包' })),
    ...found.flatMap((file) => unpinned(root, file)),
    ...lockFaults(root),
  ]
}

function unpinned(root: string, file: string): readonly Fault[] {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, file), 'utf8'))
  return Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => ({ file, message: `${name} 的版本应写死，现在是 ${version}` }))
}

function lockFaults(root: string): readonly Fault[] {
  const file = 'package-lock.json'
  if (!existsSync(join(root, file))) return [{ file, message: '缺少 package-lock.json' }]
  const packages: LockPackages = JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  const missing = [...missingPlatformPackages(packages).keys()]
  return missing.length === 0
    ? []
    : [{ file, message: `缺少 ${missing.length} 个其他平台的包，npm ci 会失败；请运行 node tools/lockfile/main.ts` }]
}
