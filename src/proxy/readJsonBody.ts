import { parseJsonObject } from '../http/parseJson.js'
import { HttpError } from './HttpError.js'

/**
 * Reads a JSON object and its text. The service validates the content of `startJob`.
 *
 * @throws HttpError 400, 413 or 415
 */
export async function readJsonBody(
  request: Request,
): Promise<{ text: string; json: Readonly<Record<string, unknown>> }> {
  // Also blocks cross-origin forms: other origins can only send this type after a CORS preflight.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? '')) {
    throw new HttpError(415, 'The body must be application/json')
  }
  const text = await readBody(request)
  const json = parseJsonObject(text)
  if (json) return { text, json }
  throw new HttpError(400, 'The body must be a JSON object')
}

async function readBody(request: Request): Promise<string> {
  try {
    return await request.text()
  } catch (error) {
    if (error instanceof HttpError) throw error
    throw new HttpError(400, 'The body is incomplete')
  }
}
