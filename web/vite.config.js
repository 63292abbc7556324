// One program and one style sheet, under fixed names: view/assets.go embeds them.
import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    outDir: '../view/assets',
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: false,
    lib: { entry: 'src/main.ts', formats: ['iife'], name: 'zhibiao', fileName: () => 'app.js', cssFileName: 'app' },
  },
})
