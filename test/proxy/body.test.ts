import { describe, expect, it } from 'vitest'
import { JOBS, request, setUp, start } from './setUp.js'

/** Start request with a chunked body, which has no `Content-Length`. */
function startChunked(chunks: Iterable<string>, onChunk = () => {}): Request {
  const source = chunks[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        onChunk()
        const { done, value } = source.next()
        if (done) controller.close()
        else controller.enqueue(new TextEncoder().encode(value))
      },
    },
    { highWaterMark: 0 },
  )
  return start(body, { duplex: 'half' } as RequestInit)
}

const objectOf = (byteCount: number) => `{"a":"${'x'.repeat(byteCount - 8)}"}`

describe('the body of a startJob request', () => {
  it('can have 64 KiB', async () => {
    const { send, fetch } = setUp()
    expect(await send(start(objectOf(65_536)))).toMatchObject({ status: 200 })
    expect((await fetch.mock.calls[0]?.[0].text())?.length).toBe(65_536)
  })

  it('is rejected above 64 KiB with and without a Content-Length', async () => {
    const { send, fetch } = setUp()
    const tooLarge = { status: 413, body: { message: 'The body must not exceed 65536 bytes' } }
    expect(await send(start(objectOf(65_537)))).toMatchObject(tooLarge)
    expect(await send(startChunked([objectOf(65_537)]))).toMatchObject(tooLarge)
    expect(await send(start(objectOf(65_537), { headers: { 'Content-Length': '10' } }))).toMatchObject(
      tooLarge,
    )
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is rejected unread if its Content-Length is too large', async () => {
    const { send } = setUp()
    const body = new ReadableStream({ pull: () => expect.fail('the body was read') }, { highWaterMark: 0 })
    const headers = { 'Content-Length': '65537' }
    expect(await send(start(body, { headers, duplex: 'half' } as RequestInit))).toMatchObject({ status: 413 })
  })

  it('is not read past the limit if the stream is endless', async () => {
    let chunkCount = 0
    const endless = {
      *[Symbol.iterator]() {
        for (;;) yield 'x'.repeat(1024)
      },
    }
    expect(await setUp().send(startChunked(endless, () => chunkCount++))).toMatchObject({ status: 413 })
    expect(chunkCount).toBeLessThan(70)
  })

  it('is limited by maxBodyBytes, counted in bytes and not in characters', async () => {
    const { send } = setUp({ maxBodyBytes: 10 })
    expect(await send(start('{"a":"äö"}'))).toMatchObject({ status: 413 })
    expect(await send(start('{"a":"ao"}'))).toMatchObject({ status: 200 })
  })

  it('can be split inside a multi-byte character', async () => {
    const bytes = new TextEncoder().encode('{"a":"€"}')
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    const { handler, fetch } = setUp()
    await handler(start(body, { duplex: 'half' } as RequestInit))
    expect(await fetch.mock.calls[0]?.[0].json()).toEqual({ a: '€' })
  })

  it.each(['', 'null', '[]', '"text"', '7', '{', '{"a":1}{"b":2}', 'a=b', '[{}]'])(
    'is rejected if it is %j, which is not a JSON object',
    async (body) => {
      const { send, fetch } = setUp()
      expect(await send(start(body))).toMatchObject({
        status: 400,
        body: { message: 'The body must be a JSON object' },
      })
      expect(fetch).not.toHaveBeenCalled()
    },
  )

  it('is required', async () => {
    const headers = { 'Content-Type': 'application/json' }
    expect(await setUp().send(request('POST', JOBS, { headers }))).toMatchObject({ status: 400 })
  })

  it('is rejected if the stream breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('lost')) })
    const { send, fetch, onError } = setUp()
    expect(await send(start(body, { duplex: 'half' } as RequestInit))).toMatchObject({ status: 400 })
    expect(fetch).not.toHaveBeenCalled()
    expect(onError).not.toHaveBeenCalled()
  })

  // A cross-origin form can send the first three without a CORS preflight.
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
    'application/jsonp',
    'application/json-seq',
    '',
  ])('is rejected with the content type %j', async (type) => {
    const { send, fetch } = setUp()
    expect(await send(start('{}', { headers: { 'Content-Type': type } }))).toMatchObject({
      status: 415,
      body: { message: 'The body must be application/json' },
    })
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each(['application/json', 'Application/JSON;charset=utf-8', 'application/json ; charset=utf-8'])(
    'is accepted with the content type %j',
    async (type) => {
      const sent = start('{}', { headers: { 'Content-Type': type } })
      expect(await setUp().send(sent)).toMatchObject({ status: 200 })
    },
  )
})
