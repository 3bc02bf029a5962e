import { defineConfig } from 'vite'

export default defineConfig({
  build: { rolldownOptions: { input: ['mui.html', 'radix.html', 'mantine.html', 'lightDark.html'] } },
})
