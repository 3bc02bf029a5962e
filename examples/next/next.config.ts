import type { NextConfig } from 'next'

const config: NextConfig = {
  // The defaults of create-next-app.
  cacheComponents: true,
  partialPrefetching: true,
  // Without it, Next.js infers the root from a lockfile in a parent folder.
  turbopack: { root: import.meta.dirname },
}

export default config
