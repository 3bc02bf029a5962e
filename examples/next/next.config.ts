import type { NextConfig } from 'next'

const config: NextConfig = {
  // This folder, and not a lockfile further up, is the app.
  turbopack: { root: import.meta.dirname },
}

export default config
