import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * Native addons stay outside the bundle, and what reads files from its own folder: pdfmake the measures of its fonts,
 * PDFium its program. Everything else goes in, so that start-up reads few files.
 */
const external = ['electron', 'serialport', '@photostructure/sqlite', 'pdfmake', '@embedpdf/pdfium'];

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      target: 'node20',
      minify: true,
      outDir: 'out/main',
      rolldownOptions: {
        // Threads are entries of their own; chunks lie beside them, so that a relative address finds them from anywhere.
        input: {
          index: 'src-main/index.ts',
          'mapping-worker': 'src-main/erp/mapping/mapping-worker.ts',
          'pdf-worker': 'src-main/printing/pdf/pdf-worker.ts',
          'pages-worker': 'src-main/printing/pdf/pages-worker.ts',
          'logo-worker': 'src-main/printing/logo-worker.ts',
        },
        external,
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node20',
      minify: true,
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: 'src-main/preload.ts' },
        external,
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      outDir: 'out/renderer',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: 'src-renderer/index.html' } },
    },
  },
});
