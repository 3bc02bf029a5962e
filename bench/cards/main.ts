import { respondFromMemory } from './respondFromMemory.js'
import type { Setting } from './wire.js'

declare global {
  function start(): void
}

type Variant = (root: HTMLElement, setting: Setting) => void

const variants: Record<string, () => Promise<{ mount: Variant }>> = {
  ours: () => import('./variants/ours.js'),
  plainCard: () => import('./variants/plainCard.js'),
  plainQuery: () => import('./variants/plainQuery.js'),
  mui: () => import('./variants/mui.js'),
  dom: () => import('./variants/dom.js'),
  requestsOnly: () => import('./variants/requestsOnly.js'),
}

const query = new URLSearchParams(location.search)
const load = variants[query.get('variant') ?? '']
if (!load) throw new Error(`Unknown variant: ${query.get('variant')}`)
const count = Number(query.get('count'))
const poll = query.get('poll')
const root = document.querySelector('#root') as HTMLElement
const { mount } = await load()
respondFromMemory()
// Code loading ends here, so that `start` measures mounting only.
Object.assign(globalThis, {
  start() {
    mount(root, {
      jobIds: Array.from(
        { length: count },
        (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      ),
      pollMs: poll === 'never' ? null : Number(poll),
      isBatchedByFrame: query.get('batch') === 'frame',
    })
  },
  /** Resolves with the time since `startMs` when a frame with all jobs has been painted. */
  untilFilled: (startMs: number) =>
    new Promise((resolve) => {
      const check = () => {
        const isFilled =
          root.querySelectorAll('[data-kind="running"]:where(article, .MuiCard-root)').length >= count
        if (isFilled) setTimeout(() => resolve(performance.now() - startMs))
        else requestAnimationFrame(check)
      }
      requestAnimationFrame(check)
    }),
})
if (query.get('start') === 'now') start()
