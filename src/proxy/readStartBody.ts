import { parseJson } from '../http/parseJson.js'
import { HttpError } from './HttpError.js'

/**
 * Reads the body of `startJob`: a JSON object. The service validates its content.
 *
 * @throws HttpError 400, 413 or 415
 */
export async function readStartBody(request: Request): Promise<string> {
  return (await readJsonBody(request)).text
}

/**
 * Reads a JSON object and its text.
 *
 * @throws HttpError 400, 413 or 415
 */
export async function readJsonBody(
  request: Request,
): Promise<{ text: string; json: Record<string, unknown> }> {
  // Also blocks cross-origin forms: other origins can only send this type after a CORS preflight.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? '')) {
    throw new HttpError(415, 'The body must be application/json')
  }
  const text = await readBody(request)
  const json = parseJson(text)
  if (typeof json === 'object' && json !== null && !Array.isArray(json))
    return { text, json: json as Record<string, unknown> }
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
