import { getRequestListener } from '@hono/node-server'
import { expect, it, vi } from 'vitest'
import { listen } from '../support/listen.js'
import { sendRaw } from '../support/sendRaw.js'
import { JOB_ID, JOBS, PROJECT_ID, START_BODY, setUp, setUpService } from './setUp.js'

const serve = ({ handler }: ReturnType<typeof setUp>) => listen(getRequestListener(handler))

it('a Node server accepts startJob from its own origin only', async () => {
  const proxy = setUpService()
  const origin = await serve(proxy)
  const url = `${origin}${JOBS}`
  expect(await (await fetch(`${url}/${JOB_ID}`)).json()).toMatchObject({ job_id: JOB_ID })
  const start = (from: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: from },
      body: JSON.stringify(START_BODY),
    })
  expect((await start('http://evil.test')).status).toBe(403)
  expect((await start(origin)).status).toBe(202)
  expect(proxy.simulator.jobs(PROJECT_ID)).toHaveLength(2)
})

it.each([
  `GET ${JOBS}/../../../../admin`,
  `GET ${JOBS}/..%2f..%2fadmin`,
  `GET ${JOBS}/%2e%2e/%2e%2e/admin`,
  `GET ${JOBS}\\..\\..\\admin`,
  `GET ${JOBS}/%252e%252e`,
  `GET //evil.test${JOBS}/`,
  `GET http://evil.test/admin`,
  'GET /',
  `HEAD ${JOBS}`,
  `OPTIONS ${JOBS}`,
  `OPTIONS *`,
  `TRACE ${JOBS}`,
])('a Node server does not forward the request line %j', async (line) => {
  const proxy = setUp()
  const text = `${line} HTTP/1.1\r\nHost: app.test\r\nConnection: close\r\n\r\n`
  expect(await sendRaw(await serve(proxy), text)).toMatch(/^HTTP\/1\.1 (400|404|405) /)
  expect(proxy.fetch).not.toHaveBeenCalled()
})

it('a Node server aborts the request to the service when the browser disconnects', async () => {
  const proxy = setUp({ fetch: () => new Promise(() => {}) })
  const controller = new AbortController()
  const response = fetch(`${await serve(proxy)}${JOBS}`, { signal: controller.signal })
  await vi.waitFor(() => expect(proxy.fetch).toHaveBeenCalled())
  controller.abort()
  await expect(response).rejects.toThrow('abort')
  await vi.waitFor(() => expect(proxy.fetch.mock.calls[0]?.[0].signal.aborted).toBe(true))
})

it('a Node server rejects a body that is too large', async () => {
  const proxy = setUp()
  const origin = await serve(proxy)
  const response = await fetch(`${origin}${JOBS}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: `{"a":"${'x'.repeat(1_000_000)}"}`,
  })
  expect(response.status).toBe(413)
  expect(proxy.fetch).not.toHaveBeenCalled()
})
