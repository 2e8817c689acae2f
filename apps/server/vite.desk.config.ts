import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The staff desk: one page at /desk/, each screen a chunk of its own, antd in one that the browser keeps.
export default defineConfig({
  root: join(import.meta.dirname, 'desk'),
  base: '/desk/',
  publicDir: false,
  plugins: [react()],
  logLevel: 'warn',
  build: {
    outDir: '../dist/desk',
    emptyOutDir: true,
    manifest: 'manifest.json',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|dayjs)[\\/]/, priority: 2 },
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
})
