'use client'

import { type ReactNode, useRef, useState } from 'react'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

interface LongListProps<Item> {
  items: readonly Item[]
  labels: CardAndOutcomeLabels
  render: (item: Item, index: number) => ReactNode
  /** How many are rendered at first, and in addition on each click. @default 500 */
  pageSize?: number
}

/** The first items and a button that renders more, because rendering tens of thousands of lines freezes the page. */
export function LongList<Item>({ items, labels, render, pageSize = 500 }: LongListProps<Item>) {
  const [count, setCount] = useState(pageSize)
  const list = useRef<HTMLDivElement>(null)
  const showMore = () => {
    setCount(count + pageSize)
    // The button goes with the last page, and would take the focus with it.
    if (count + pageSize >= items.length) list.current?.focus({ preventScroll: true })
  }
  return (
    <div ref={list} tabIndex={items.length > pageSize ? -1 : undefined} className="rpo-long-list">
      {items.slice(0, count).map(render)}
      {items.length > count && (
        <button
          type="button"
          translate="yes"
          className="rpo-text-button rpo-collapsed-lines"
          onClick={showMore}
        >
          <bdi>{labels.showMore}</bdi>
        </button>
      )}
    </div>
  )
}
