'use client'

import { type RefCallback, type RefObject, useEffect, useState } from 'react'
import { readClock, subscribeToClock } from '../../core/deviceClock.js'
import { observeVisibility } from './observeVisibility.js'

/** Formats a time, given in milliseconds since the epoch. */
type Format = (nowMs: number) => string

/**
 * Creates the ref of an element whose text is a function of the time. React renders a constant text into it, which is also
 * that of the server; where that depends on props, it must be the element's key, too, so that React never updates it.
 */
export type TickRef = (format: Format) => RefCallback<Element>

/**
 * Texts in a card or row that update every second without a React render: see docs/decisions/0005-clocks-bypass-react.md.
 * One subscription serves all of them, because a page may have hundreds of cards.
 */
export function useTickingTexts(root: RefObject<Element | null>): TickRef {
  const [{ tickRef, updateAll }] = useState(createTickingTexts)
  useEffect(() => {
    const { current: element } = root
    let stopClock = () => {}
    const updateNow = () => updateAll(readClock())
    const unobserve = observeVisibility(element, (isVisible) => {
      stopClock()
      if (!isVisible) return
      updateNow()
      stopClock = subscribeToClock(updateAll)
    })
    // Off screen, too.
    const defaultView = element?.ownerDocument.defaultView
    defaultView?.addEventListener('beforeprint', updateNow)
    return () => {
      defaultView?.removeEventListener('beforeprint', updateNow)
      unobserve()
      stopClock()
    }
  }, [root, updateAll])
  return tickRef
}

function createTickingTexts() {
  const formats = new Map<Element, Format>()
  // Not compared with the page: a text that a translator has translated stays until it changes.
  const written = new WeakMap<Element, string>()

  const update = (element: Element, format: Format, nowMs: number) => {
    const text = format(nowMs)
    if (text === written.get(element)) return
    written.set(element, text)
    setText(element, text)
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
  const updateAll = (nowMs: number) => {
    for (const [element, format] of formats) update(element, format, nowMs)
  }
  return { tickRef, updateAll }
}

function setText(element: Element, text: string): void {
  const { firstChild: node } = element
  // Changing a text node, unlike replacing it, invalidates no styles. A translator may have put elements in its place.
  if (node && !node.nextSibling && node.nodeType === node.TEXT_NODE) node.nodeValue = text
  else element.textContent = text
}
