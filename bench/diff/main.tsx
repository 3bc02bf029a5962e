import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { compareVersions, PromptDiff } from '../../dist/diff.js'
import '../../dist/styles.css'
import '../../dist/outcomeStyles.css'
import { createVersions, type TextKind } from './createVersions.js'

const root = createRoot(document.getElementById('root') as HTMLElement)
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

/** Milliseconds of comparing the versions, and of comparing and rendering them up to the next frame. */
async function measure(kind: TextKind, byteCount: number) {
  const [original, optimized] = createVersions(kind, byteCount)
  const comparedAt = performance.now()
  const { messages } = compareVersions(original, optimized)
  const compare = performance.now() - comparedAt
  const renderedAt = performance.now()
  flushSync(() => root.render(<PromptDiff original={original} optimized={optimized} />))
  await nextFrame()
  const render = performance.now() - renderedAt - compare
  flushSync(() => root.render(null))
  return { compare, render, isTooLarge: messages.some(({ comparison }) => comparison?.isTooLarge) }
}

Object.assign(globalThis, { measure })
