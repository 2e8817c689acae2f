// Brings node_modules in line with package-lock.json before anything else runs. Plain JavaScript for the system's own
// Node, 18 or later; only node: imports.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

if (!isInstalled()) {
  await withLock(root, 'install', () => {
    if (!isInstalled()) install()
  })
}

/**
 * True when npm's own record of what it put into node_modules names every package of the lock file. npm writes that
 * record last, so an install that was cut short has none.
 */
function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  return (
    wanted !== undefined &&
    present !== undefined &&
    Object.entries(wanted).every(
      ([path, { version, optional, link }]) =>
        !path.startsWith('node_modules/') || link || optional || present[path]?.version === version,
    )
  )
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

function install() {
  console.error('正在安装依赖，首次约需一两分钟…… Installing dependencies, a minute or two the first time…')
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'], {
    cwd: root,
    env: { ...process.env, PATH: pathWithoutOurs() },
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  })
  if (result.status === 0) return
  const said = `${result.error?.message ?? ''}${result.stderr ?? ''}`
  process.stderr.write(said)
  console.error(`\n${explain(said)}`)
  process.exit(1)
}

/** npm must run on the system's Node: it empties node_modules, where ours lies. */
function pathWithoutOurs() {
  const ours = join('node_modules', '.bin')
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(sep + ours))
    .join(delimiter)
}

/** @param {string} said */
function explain(said) {
  const known = [
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|network/,
      '连不上 npm 软件源，请检查网络或代理设置后重试。 The npm registry cannot be reached: check the network or the proxy, then try again.',
    ],
    [/ENOSPC|EDQUOT/, '磁盘空间不足，请腾出约 1 GB 后重试。 The disk is full: free about 1 GB, then try again.'],
    [
      /EACCES|EPERM|EROFS/,
      '没有写入 node_modules 的权限，请用拥有这个文件夹的用户运行。 node_modules cannot be written: run as the owner of this folder.',
    ],
    [
      /ENOENT.*npm|npm.*ENOENT/,
      '找不到 npm，请先安装 Node.js 20 以上版本（自带 npm）。 npm was not found: install Node.js 20 or later, which brings it.',
    ],
    [
      /ETARGET|E404|notarget/,
      '所用的 npm 软件源缺少需要的版本，请换用 registry.npmjs.org 或完整的镜像。 The configured registry lacks a needed version: use registry.npmjs.org or a full mirror.',
    ],
  ]
  const [, sentence] = known.find(([pattern]) => pattern.test(said)) ?? []
  return (
    sentence ??
    '依赖没有装好，原因见上；改正后重新运行即可。 Dependencies were not installed, see above; run again after mending it.'
  )
}
