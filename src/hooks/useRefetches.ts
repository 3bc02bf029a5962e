'use client'

import { useState } from 'react'

type RefetchQuery = () => Promise<unknown>

/** For results of `useQueries`: a stable function that refetches each, and whether one of them is pending. */
export function useRefetches(): {
  getRefetch: (refetchQuery: RefetchQuery) => () => Promise<void>
  isRefetching: (refetchQuery: RefetchQuery) => boolean
} {
  const [pending, setPending] = useState<readonly RefetchQuery[]>([])
  const [getRefetch] = useState(() => {
    // TanStack Query binds one function per observer, which it keeps for the query.
    const refetches = new WeakMap<RefetchQuery, () => Promise<void>>()
    return (refetchQuery: RefetchQuery) => {
      const known = refetches.get(refetchQuery)
      if (known) return known
      const refetch = async () => {
        setPending((current) => [...current, refetchQuery])
        await refetchQuery()
        setPending((current) => current.filter((_, index) => index !== current.indexOf(refetchQuery)))
      }
      refetches.set(refetchQuery, refetch)
      return refetch
    }
  })
  return { getRefetch, isRefetching: (refetchQuery) => pending.includes(refetchQuery) }
}
