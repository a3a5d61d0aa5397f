import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Native addons stay outside the bundle; everything else goes in, so that start-up reads few files. */
const external = ['electron', 'serialport', '@photostructure/sqlite'];

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      target: 'node20',
      minify: true,
      outDir: 'out/main',
      rolldownOptions: { input: { index: 'src-main/index.ts' }, external },
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
