'use client'

import { cloneElement, type ReactElement } from 'react'
import { type ElementProps, mergeProps } from './mergeProps.js'
import { getElementRef, useMergedRef } from './useMergedRef.js'

interface ClonedElementProps {
  element: ReactElement
  /** The props of the part. */
  own: ElementProps
}

/** The app's element with the props of a part. A component, because React attaches a ref that changes again. */
export function ClonedElement({ element, own }: ClonedElementProps) {
  const ref = useMergedRef(own.ref, getElementRef(element))
  // The type of the app's element is unknown.
  const props: object = { ...mergeProps(own, Object.assign({}, element.props)), ref }
  return cloneElement(element, props)
}
