import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// The public pages: one stylesheet with a content hash, and the renderer that the unbuilt server loads. Everything is
// bundled into the renderer, so that React's production build runs whatever NODE_ENV says.
export default defineConfig({
  root: import.meta.dirname,
  base: '/assets/',
  publicDir: 'portal/static',
  plugins: [react(), addresses()],
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warn',
  build: { emptyOutDir: true, reportCompressedSize: false },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: 'dist/assets',
        assetsDir: '',
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

/** Writes `manifest.json`, in which the server finds the address of the stylesheet: `{ "css": "/assets/…" }`. */
function addresses(): Plugin {
  return {
    name: 'addresses',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const css = Object.keys(bundle).find((file) => file.endsWith('.css'))
        if (css === undefined) this.error('no stylesheet was made')
        this.emitFile({ type: 'asset', fileName: 'manifest.json', source: JSON.stringify({ css: `/assets/${css}` }) })
      },
    },
  }
}
