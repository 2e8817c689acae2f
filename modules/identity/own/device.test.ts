import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceOf } from './device.ts'

const table = [
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/148.0 Safari/537.36', 'Chrome · Windows'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/148.0 Safari/537.36 Edg/148.0', 'Edge · Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1', 'Safari · iOS'],
  ['Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile MicroMessenger/8.0', '微信 · Android'],
  ['curl/8.5.0', '其他浏览器'],
  ['', '未知设备'],
  [null, '未知设备'],
] as const

for (const [agent, expected] of table) {
  test(`deviceOf: ${expected}`, () => assert.equal(deviceOf(agent), expected))
}
