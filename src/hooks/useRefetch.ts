'use client'

import { useCallback, useRef, useState } from 'react'
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js'

/** A stable function that refetches, and whether it is pending for the current query. */
export function useRefetch(
  queryHash: string,
  refetchQuery: () => Promise<unknown>,
): { refetch: () => Promise<void>; isRefetching: boolean } {
  const currentHash = useRef(queryHash)
  useIsomorphicLayoutEffect(() => {
    currentHash.current = queryHash
  })
  const [pendingHashes, setPendingHashes] = useState<readonly string[]>([])
  const refetch = useCallback(async () => {
    const { current: hash } = currentHash
    setPendingHashes((hashes) => [...hashes, hash])
    await refetchQuery()
    setPendingHashes((hashes) => hashes.filter((_, index) => index !== hashes.indexOf(hash)))
  }, [refetchQuery])
  return { refetch, isRefetching: pendingHashes.includes(queryHash) }
}
