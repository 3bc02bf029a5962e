import type { JobLabels } from './JobLabels.js'

/** Merges labels, of which the later ones win; `english` itself if there are no others. */
export function mergeLabels<Labels extends object>(
  english: Labels,
  ...custom: (Partial<JobLabels> | undefined)[]
): Labels {
  if (!custom.some(Boolean)) return english
  const merged = { ...english }
  for (const labels of custom) {
    for (const [key, label] of Object.entries(labels ?? {})) {
      // An explicit `undefined` must not replace a label.
      if (label !== undefined) Reflect.set(merged, key, label)
    }
  }
  return merged
}
