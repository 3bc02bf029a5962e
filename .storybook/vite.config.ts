import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Separate from the root config, which builds the package and needs a browser for the tests.
export default defineConfig({ plugins: [react()] })
