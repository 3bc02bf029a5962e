import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: {
    // Measure the built package; dedupe, so that all variants share React and TanStack Query.
    alias: [
      { find: /^react-prompt-optimization$/, replacement: `${dist}/index.js` },
      { find: /^react-prompt-optimization\/(.*\.css)$/, replacement: `${dist}/$1` },
      { find: /^react-prompt-optimization\/(.*)$/, replacement: `${dist}/$1.js` },
    ],
    dedupe: ['react', 'react-dom', '@tanstack/react-query'],
  },
  build: {
    target: 'es2022',
    modulePreload: false,
    // `bench:profile` attributes time by chunk.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'query', test: /node_modules\/@tanstack\// },
            { name: 'zod', test: /node_modules\/zod\// },
          ],
        },
      },
    },
  },
})
