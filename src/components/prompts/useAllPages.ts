'use client'

import { useEffect } from 'react'
import type { CatalogState } from '../../hooks/useCatalog.js'

// A thousand options. More are not chosen from a list.
const MAX_ITEMS = 1_000

/** Loads the pages of a list one after the other. */
export function useAllPages(state: CatalogState<unknown>): void {
  const { items, hasMore, error, loadMore } = state
  const isWanted = hasMore && !error && items.length < MAX_ITEMS
  useEffect(() => {
    if (isWanted) loadMore()
  }, [isWanted, loadMore])
}
