import { formatCount, formatSigned } from '../../labels/format.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

interface LineCountsProps {
  comparison: { addedCount: number; removedCount: number }
  labels: CardAndOutcomeLabels
  locale: string
}

/** `+4 −2`. Nothing where no line has changed, but something else. */
export function LineCounts({ comparison, labels, locale }: LineCountsProps) {
  const { addedCount, removedCount } = comparison
  if (addedCount + removedCount === 0) return null
  return (
    <span className="rpo-line-counts">
      <span className="rpo-hidden">
        {labels.lineCounts(formatCount(addedCount, locale), formatCount(removedCount, locale))}
      </span>
      <span className="rpo-added-count" aria-hidden="true">
        {formatSigned(addedCount, locale, 'always')}
      </span>
      <span className="rpo-removed-count" aria-hidden="true">
        {formatSigned(-removedCount, locale, 'always')}
      </span>
    </span>
  )
}
