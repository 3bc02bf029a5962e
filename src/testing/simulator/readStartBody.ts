import { HttpError } from './HttpError.js'
import { isUuid } from './isUuid.js'
import type { WireStartBody } from './wire.js'

/**
 * Validates the body of `startJob` and applies the service's defaults.
 *
 * @throws HttpError 400 that names the first invalid field
 */
export async function readStartBody(request: Request): Promise<WireStartBody> {
  const body = await readObject(request)
  const flag = (field: string): boolean => {
    const { [field]: value = true } = body
    if (typeof value !== 'boolean') throw new HttpError(400, `${field} must be a boolean`)
    return value
  }
  const uuid = (field: string): string => {
    const value = body[field]
    if (!isUuid(value)) throw new HttpError(400, `${field} must be a UUID`)
    return value
  }
  const { user_instructions = null } = body
  if (user_instructions !== null && typeof user_instructions !== 'string') {
    throw new HttpError(400, 'user_instructions must be a string or null')
  }
  return {
    prompt_template_version_id: uuid('prompt_template_version_id'),
    dataset_id: uuid('dataset_id'),
    user_instructions,
    use_best_practices: flag('use_best_practices'),
    use_labels: flag('use_labels'),
    use_customer_feedback: flag('use_customer_feedback'),
    run_test_after_optimization: flag('run_test_after_optimization'),
  }
}

/**
 * Reads a JSON object.
 *
 * @throws HttpError 400
 */
export async function readObject(request: Request): Promise<Record<string, unknown>> {
  let body: unknown
  try {
    body = await request.json()
  } catch {
    throw new HttpError(400, 'The body is not valid JSON')
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>
  throw new HttpError(400, 'The body must be a JSON object')
}
