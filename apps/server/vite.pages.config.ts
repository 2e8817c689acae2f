import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The public pages: one stylesheet with a content hash, and the renderer that the unbuilt server loads. Everything is
// bundled into the renderer, so that React's production build runs whatever NODE_ENV says.
export default defineConfig({
  root: import.meta.dirname,
  base: '/assets/',
  publicDir: 'portal/static',
  plugins: [react()],
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warn',
  build: { emptyOutDir: true, reportCompressedSize: false },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: 'dist/assets',
        assetsDir: '',
        manifest: 'manifest.json',
        rolldownOptions: { input: { site: '../../platform/ui/css/site.css' } },
      },
    },
    ssr: {
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/pages',
        ssr: true,
        copyPublicDir: false,
        minify: false,
        rolldownOptions: { input: { render: 'portal/render.tsx' }, output: { entryFileNames: '[name].js' } },
      },
    },
  },
})
