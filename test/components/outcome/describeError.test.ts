import { expect, it } from 'vitest'
import { OptimizationError, type OptimizationErrorDetails } from '../../../src/api.js'
import { describeError } from '../../../src/components/outcome/describeError.js'
import { enCard } from '../../../src/labels/enCard.js'
import { enOutcome } from '../../../src/labels/enOutcome.js'

const labels = { ...enCard, ...enOutcome }

it.each<[OptimizationErrorDetails, string]>([
  [{ kind: 'http', status: 404 }, 'It is gone.'],
  [{ kind: 'http', status: 403 }, labels.outcomeForbidden],
  [{ kind: 'http', status: 503 }, labels.error('server-error')],
  [{ kind: 'network' }, labels.error('network')],
])('describes %o', (details, text) => {
  expect(describeError(new OptimizationError('test', details), 'It is gone.', labels)).toBe(text)
})
