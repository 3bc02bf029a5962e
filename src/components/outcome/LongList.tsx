'use client'

import { type ReactNode, useRef, useState } from 'react'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

export const MAX_PAGE_SIZE = 500

interface LongListProps<Item> {
  items: readonly Item[]
  labels: CardAndOutcomeLabels
  render: (item: Item, index: number) => ReactNode
  /** How much an item is, at most `pageSize`. @default 1 */
  getSize?: (item: Item) => number
  /** How much is rendered at first, and in addition on each click. @default 500 */
  pageSize?: number
}

/** The first items and a button that renders more, because rendering tens of thousands of lines freezes the page. */
export function LongList<Item>({
  items,
  labels,
  render,
  getSize = () => 1,
  pageSize = MAX_PAGE_SIZE,
}: LongListProps<Item>) {
  const [pages, setPages] = useState(1)
  const list = useRef<HTMLDivElement>(null)
  const count = countItems(items, getSize, pages * pageSize)
  const showMore = () => {
    setPages(pages + 1)
    // The button goes with the last page, and would take the focus with it.
    if (countItems(items, getSize, (pages + 1) * pageSize) === items.length)
      list.current?.focus({ preventScroll: true })
  }
  return (
    <div ref={list} tabIndex={pages > 1 || items.length > count ? -1 : undefined} className="rpo-long-list">
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

/** How many items come to this size. */
function countItems<Item>(items: readonly Item[], getSize: (item: Item) => number, maxSize: number): number {
  let size = 0
  const end = items.findIndex((item) => {
    size += getSize(item)
    return size > maxSize
  })
  return end === -1 ? items.length : end
}
