'use client'

import { type RefObject, useCallback, useState } from 'react'

/** A stable function that refetches, and whether it is pending for the current query. */
export function useRefetch(
  queryHash: string,
  latest: RefObject<{ queryHash: string; refetchQuery: () => Promise<unknown> }>,
): { refetch: () => Promise<void>; isRefetching: boolean } {
  const [pendingHashes, setPendingHashes] = useState<readonly string[]>([])
  const refetch = useCallback(async () => {
    const { queryHash: hash, refetchQuery } = latest.current
    setPendingHashes((hashes) => [...hashes, hash])
    await refetchQuery()
    setPendingHashes((hashes) => hashes.filter((_, index) => index !== hashes.indexOf(hash)))
  }, [latest])
  return { refetch, isRefetching: pendingHashes.includes(queryHash) }
}
