import { describe, expect, it } from 'vitest'
import { JOBS, request, setUp, start } from './setUp.js'

/** A body that comes in pieces, so that no `Content-Length` announces it. */
function startInPieces(pieces: Iterable<string>, onPiece = () => {}): Request {
  const source = pieces[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        onPiece()
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

describe('the body of a start', () => {
  it('may have 64 KiB', async () => {
    const { send, fetch } = setUp()
    expect(await send(start(objectOf(65_536)))).toMatchObject({ status: 200 })
    expect((await fetch.mock.calls[0]?.[0].text())?.length).toBe(65_536)
  })

  it('is refused beyond that, whether or not its length was announced', async () => {
    const { send, fetch } = setUp()
    const tooLarge = { status: 413, body: { message: 'The body must have at most 65536 bytes' } }
    expect(await send(start(objectOf(65_537)))).toMatchObject(tooLarge)
    expect(await send(startInPieces([objectOf(65_537)]))).toMatchObject(tooLarge)
    expect(await send(start(objectOf(65_537), { headers: { 'Content-Length': '10' } }))).toMatchObject(
      tooLarge,
    )
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is refused unread where its length was announced as too large', async () => {
    const { send } = setUp()
    const body = new ReadableStream({ pull: () => expect.fail('the body was read') }, { highWaterMark: 0 })
    const headers = { 'Content-Length': '65537' }
    expect(await send(start(body, { headers, duplex: 'half' } as RequestInit))).toMatchObject({ status: 413 })
  })

  it('that never ends is not read to its end', async () => {
    let pieceCount = 0
    const endless = {
      *[Symbol.iterator]() {
        for (;;) yield 'x'.repeat(1024)
      },
    }
    expect(await setUp().send(startInPieces(endless, () => pieceCount++))).toMatchObject({ status: 413 })
    expect(pieceCount).toBeLessThan(70)
  })

  it('has the limit that it is given, in bytes and not in letters', async () => {
    const { send } = setUp({ maxBodyBytes: 10 })
    expect(await send(start('{"a":"äö"}'))).toMatchObject({ status: 413 })
    expect(await send(start('{"a":"ao"}'))).toMatchObject({ status: 200 })
  })

  it('may come in pieces that cut a letter in two', async () => {
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
    'is refused when it is %j, which is no JSON object',
    async (body) => {
      const { send, fetch } = setUp()
      expect(await send(start(body))).toMatchObject({
        status: 400,
        body: { message: 'The body must be a JSON object' },
      })
      expect(fetch).not.toHaveBeenCalled()
    },
  )

  it('is refused when there is none', async () => {
    const headers = { 'Content-Type': 'application/json' }
    expect(await setUp().send(request('POST', JOBS, { headers }))).toMatchObject({ status: 400 })
  })

  it('is refused when it breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('lost')) })
    const { send, fetch, onError } = setUp()
    expect(await send(start(body, { duplex: 'half' } as RequestInit))).toMatchObject({ status: 400 })
    expect(fetch).not.toHaveBeenCalled()
    expect(onError).not.toHaveBeenCalled()
  })

  // The first three are what a form of another site can send without asking.
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
    'application/jsonp',
    'application/json-seq',
    '',
  ])('is refused as %j', async (type) => {
    const { send, fetch } = setUp()
    expect(await send(start('{}', { headers: { 'Content-Type': type } }))).toMatchObject({
      status: 415,
      body: { message: 'The body must be application/json' },
    })
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each(['application/json', 'Application/JSON;charset=utf-8', 'application/json ; charset=utf-8'])(
    'is taken as %j',
    async (type) => {
      const sent = start('{}', { headers: { 'Content-Type': type } })
      expect(await setUp().send(sent)).toMatchObject({ status: 200 })
    },
  )
})
