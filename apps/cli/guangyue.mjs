#!/usr/bin/env node
// The terminal's door. Runs on any Node: one that strips types goes on in this process, an older one hands over to the
// Node that npm installed. Plain JavaScript: it must run on the old one.
import { spawnSync } from 'node:child_process'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

if (process.features.typescript) {
  // keeps the stripped files between calls, which halves the start; not in the shared temporary folder
  module.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/guangyue', import.meta.url)))
  await import('./main.ts')
} else process.exitCode = handOver()

function handOver() {
  const node = shippedNode()
  if (node === undefined) {
    console.error(
      `guangyue 需要 Node.js 22.18 以上版本，现在是 ${process.versions.node}，` +
        'npm 也没有为本机装上更新的版本；请先运行 npm ci，或从 nodejs.org 安装后重试。',
    )
    return 2
  }
  const words = [fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  const { status, error } = spawnSync(node, words, { stdio: 'inherit' })
  if (error) console.error(`npm 装上的 Node.js 不能运行（${error.message}）；请重新运行 npm ci。`)
  return status ?? 1
}

function shippedNode() {
  try {
    const description = createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/package.json`)
    return join(dirname(description), 'bin', 'node')
  } catch {
    return undefined
  }
}
