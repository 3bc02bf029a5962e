import { fileURLToPath } from 'node:url'
import { preview } from 'vite'
import { onTestFinished, vi } from 'vitest'

const root = fileURLToPath(new URL('../../examples/dashboard', import.meta.url))

/** Serves the built dashboard with `vite preview` for one test and returns its origin. */
export async function serveDashboard(env: Record<string, string>): Promise<string> {
  for (const [name, value] of Object.entries({
    OPTIMIZATION_API_URL: '',
    OPTIMIZATION_API_KEY: '',
    ...env,
  })) {
    vi.stubEnv(name, value)
  }
  try {
    const server = await preview({
      root,
      configFile: `${root}/vite.config.ts`,
      logLevel: 'silent',
      preview: { port: 0, host: '127.0.0.1' },
    })
    onTestFinished(() => server.close())
    const url = server.resolvedUrls?.local[0]
    if (!url) throw new Error('The preview server returned no URL.')
    return new URL(url).origin
  } finally {
    vi.unstubAllEnvs()
  }
}
