import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The Chromium that the browser tests drive: the one named, an installed one, or Playwright's own. On Debian as root
 * it is installed, with a Chinese font. Undefined when there is none; the caller then says what to do.
 */
export function findChromium(named: string | undefined): string | undefined {
  const present = () =>
    [named ?? '', ...places, chromium.executablePath()].find((path) => path !== '' && existsSync(path))
  const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (canInstall && (present() === undefined || !hasChineseFont())) install()
  return present()
}

export const CHROMIUM_MISSING =
  '没有找到 Chromium，浏览器测试不能运行；请安装 Chromium 或 Chrome（Debian：apt-get install chromium fonts-noto-cjk），' +
  '或用环境变量 CHROMIUM 指出它的位置'

function hasChineseFont(): boolean {
  const list = spawnSync('fc-list', [':lang=zh', 'family'])
  return list.status === 0 && list.stdout.length > 0
}

function install(): void {
  console.error('正在安装浏览器测试所需的 Chromium 和中文字体……')
  const packages = ['chromium', 'fonts-noto-cjk', 'fontconfig']
  if (apt(['install', '-y', '--no-install-recommends', ...packages])) return
  apt(['update'])
  apt(['install', '-y', '--no-install-recommends', ...packages])
}

function apt(words: readonly string[]): boolean {
  const options: SpawnSyncOptions = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  return spawnSync('apt-get', words, options).status === 0
}
