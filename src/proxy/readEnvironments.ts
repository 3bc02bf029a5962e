import { HttpError } from './HttpError.js'
import { readJsonBody } from './readJsonBody.js'

/**
 * Reads the body of `deployPromptVersion`. Only its environments are forwarded, so that what is deployed is what was authorized.
 *
 * @throws HttpError 400, 413 or 415
 */
export async function readEnvironments(request: Request): Promise<readonly string[]> {
  const { environments } = (await readJsonBody(request)).json
  const isValid =
    Array.isArray(environments) &&
    environments.length > 0 &&
    environments.every((name) => typeof name === 'string' && name !== '')
  if (!isValid) throw new HttpError(400, 'environments must be a list of names')
  return Object.freeze([...environments])
}
