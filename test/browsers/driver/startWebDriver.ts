import { spawn } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { endWithTests } from './endWithTests.js'
import { TIMEOUT_MS } from './timeoutMs.js'
import { waitUntil } from './waitUntil.js'

/** Sends a command of a WebDriver session, such as `GET /window`, and returns its value. */
export type SendCommand = <T = null>(method: string, path: string, body?: object) => Promise<T>

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function send<T>(url: string, method: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body && { body: JSON.stringify(body) }),
  })
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }
  if (!response.ok) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`)
  return value
}

/** Starts WebKitWebDriver and a session with its default browser, MiniBrowser. */
export async function startWebDriver(
  env: NodeJS.ProcessEnv,
): Promise<{ sendCommand: SendCommand; close: () => Promise<void> }> {
  const port = await findFreePort()
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore', detached: true })
  const close = endWithTests(driver)
  const origin = `http://127.0.0.1:${port}`
  try {
    const isReady = async () => (await send<{ ready: boolean }>(`${origin}/status`, 'GET')).ready
    await waitUntil(isReady, TIMEOUT_MS)
    const capabilities = {
      // Commands must not wait for a navigation that a test leaves pending.
      alwaysMatch: { browserName: 'MiniBrowser', pageLoadStrategy: 'none' },
    }
    const { sessionId } = await send<{ sessionId: string }>(`${origin}/session`, 'POST', { capabilities })
    return {
      sendCommand: (method, path, body) => send(`${origin}/session/${sessionId}${path}`, method, body),
      close,
    }
  } catch (cause) {
    await close()
    throw new Error('WebKitWebDriver did not start.', { cause })
  }
}
