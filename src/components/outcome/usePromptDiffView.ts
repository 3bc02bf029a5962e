'use client'

import { useState } from 'react'

/** How both versions are shown: in one column, or side by side where there is room. */
export type PromptDiffView = 'unified' | 'split'

/** The props by which an app controls the view. */
export interface PromptDiffViewProps {
  /** The view; for a controlled component. @default controlled by the component */
  view?: PromptDiffView | undefined
  /** The view at first. @default 'unified' */
  defaultView?: PromptDiffView | undefined
  /** Called when the user chooses a view. */
  onViewChange?: ((view: PromptDiffView) => void) | undefined
}

/** The view, and a function that chooses it. */
export function usePromptDiffView({ view, defaultView = 'unified', onViewChange }: PromptDiffViewProps) {
  const [chosenView, setChosenView] = useState(defaultView)
  const choose = (next: PromptDiffView) => {
    if (view === undefined) setChosenView(next)
    onViewChange?.(next)
  }
  return [view ?? chosenView, choose] as const
}
