'use client'

import { type RefCallback, type RefObject, useEffect, useState } from 'react'
import { readClock, subscribeToClock } from '../../core/deviceClock.js'
import { observeVisibility } from './observeVisibility.js'

/** Formats a time, given in milliseconds since the epoch. */
type Format = (nowMs: number) => string

/**
 * Creates the ref of an element whose text is a function of the time. React renders a constant text into it, which is also
 * that of the server; where that depends on props, so must the element's key, so that React never updates it.
 */
export type TickRef = (format: Format) => RefCallback<Element>

interface TickingTexts<Root> {
  /** The card or row. */
  root: RefObject<Root | null>
  /** The ref of the root. Its texts tick while it is visible. */
  rootRef: RefCallback<Root>
  tickRef: TickRef
  /** The ref of an icon that turns by a step with every tick, from `--_turn`. */
  turnRef: RefCallback<SVGElement>
  /** Updates all texts. */
  updateAll: (nowMs: number) => void
}

/**
 * Texts in a card or row that update every second without a React render: see docs/decisions/0005-clocks-bypass-react.md.
 * One subscription serves all of them, because a page may have hundreds of cards.
 */
export function useTickingTexts<Root extends Element>(): TickingTexts<Root> {
  const [texts] = useState(createTickingTexts<Root>)
  // An app's element may drop the ref.
  useEffect(() => {
    if (!texts.root.current) return subscribeToClock(texts.updateAll)
  }, [texts])
  return texts
}

function createTickingTexts<Root extends Element>() {
  const formats = new Map<Element, Format>()
  let icon: SVGElement | null = null
  // Not compared with the page: a text that a translator has translated stays until it changes.
  const written = new WeakMap<Element, string>()
  const root: { current: Root | null } = { current: null }
  let stop: (() => void) | undefined

  const update = (element: Element, format: Format, nowMs: number) => {
    const text = format(nowMs)
    if (text === written.get(element)) return
    written.set(element, text)
    setText(element, text)
  }
  const updateAll = (nowMs: number) => {
    for (const [element, format] of formats) update(element, format, nowMs)
    // By the clock: an endless animation would be a layer of its own, which took a fifth of mounting a page of cards.
    icon?.style.setProperty('--_turn', `${(Math.floor(nowMs / 1000) % 8) * 45}deg`)
  }
  const turnRef = (element: SVGElement | null) => {
    icon = element
  }
  const rootRef = (element: Root | null) => {
    stop?.()
    stop = element ? tickWhileVisible(element, updateAll) : undefined
    root.current = element
  }
  const tickRef: TickRef = (format) => {
    let current: Element | null = null
    return (element) => {
      if (current) formats.delete(current)
      current = element
      if (!element) return
      formats.set(element, format)
      update(element, format, readClock())
    }
  }
  return { root, rootRef, tickRef, turnRef, updateAll }
}

/** Calls the ticker every second while the element is visible, and before its window is printed. */
function tickWhileVisible(element: Element, ticker: (nowMs: number) => void): () => void {
  let stopClock = () => {}
  const tickNow = () => ticker(readClock())
  const unobserve = observeVisibility(element, (isVisible) => {
    stopClock()
    if (!isVisible) return
    tickNow()
    stopClock = subscribeToClock(ticker)
  })
  const view = element.ownerDocument.defaultView
  view?.addEventListener('beforeprint', tickNow)
  return () => {
    view?.removeEventListener('beforeprint', tickNow)
    unobserve()
    stopClock()
  }
}

function setText(element: Element, text: string): void {
  const { firstChild: node } = element
  // Changing a text node, unlike replacing it, invalidates no styles. A translator may have put elements in its place.
  if (node && !node.nextSibling && node.nodeType === node.TEXT_NODE) node.nodeValue = text
  else element.textContent = text
}
