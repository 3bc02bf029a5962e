import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { buildJobState } from '../../../src/testingReact.js'
import { COMPLETED, freezeTime, renderCard } from './setUp.js'

freezeTime()

it.each([
  [undefined, 3, 4],
  [1, 1, 2],
  [5, 5, 6],
  [6, 6, 6],
] as const)(
  'JobStatusCard with the heading level %s has headings of levels %i and %i',
  (level, title, summary) => {
    renderCard(buildJobState(COMPLETED), { headingLevel: level })
    expect(screen.getByRole('heading', { name: 'Job 3c90c3cc', level: title })).toBeVisible()
    expect(screen.getByRole('heading', { name: 'What changed', level: summary })).toBeVisible()
  },
)
