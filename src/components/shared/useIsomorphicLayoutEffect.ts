'use client'

import { useEffect, useLayoutEffect } from 'react'

/** `useLayoutEffect`; React 18 warns of it on a server, where no effects run. */
export const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect
