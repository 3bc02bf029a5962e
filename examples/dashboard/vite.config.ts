import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { sourceAliases } from '../../scripts/sourceAliases.js'
import { jobService } from './jobService.js'

export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), command === 'serve' && jobService()],
  resolve: { alias: sourceAliases },
  // By default, any page on localhost may read responses, and so jobs.
  server: { cors: false },
  // One chunk: a demo on localhost gains nothing from more.
  build: { chunkSizeWarningLimit: 600 },
  preview: { cors: false },
}))
