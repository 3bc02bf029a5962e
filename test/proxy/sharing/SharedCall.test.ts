import { getEventListeners } from 'node:events'
import { expect, it } from 'vitest'
import { SharedCall } from '../../../src/proxy/sharing/SharedCall.js'

it.each([
  ['a result', async () => 1],
  ['a failure', () => Promise.reject(new Error('failed'))],
])('after %s, no listener is left at the signal of a client, which may outlive it', async (_, run) => {
  const { signal } = new AbortController()
  await Promise.allSettled([new SharedCall(run, () => {}).join(signal)])
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

it('everyone who waits gets the failure', async () => {
  const call = new SharedCall(
    () => Promise.reject(new Error('failed')),
    () => {},
  )
  const { signal } = new AbortController()
  const joined = [call.join(signal), call.join(signal)]
  for (const each of joined) await expect(each).rejects.toThrow('failed')
})
