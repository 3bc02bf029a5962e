import type { ProgressModel } from './getProgressModel.js'

/** The segments of a progress bar. */
export function renderSegments({ segments }: ProgressModel) {
  return segments.map((segment, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a segment is identified by its position
    <span key={index} className="rpo-segment" data-state={segment} />
  ))
}
