import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Storybook's own: the config at the root builds the package, and asks for a browser that only the tests need.
export default defineConfig({ plugins: [react()] })
