import { parseJson } from '../http/parseJson.js'
import { readText } from '../http/readText.js'
import { HttpError } from './HttpError.js'

/**
 * Reads the body of `startJob`: a JSON object of at most `maxBytes`. The service validates its content.
 *
 * @throws HttpError 400, 413 or 415
 */
export async function readStartBody(request: Request, maxBytes: number): Promise<string> {
  // Also blocks cross-origin forms: other origins can only send this type after a CORS preflight.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? '')) {
    throw new HttpError(415, 'The body must be application/json')
  }
  const tooLarge = new HttpError(413, `The body must not exceed ${maxBytes} bytes`)
  if (Number(request.headers.get('Content-Length')) > maxBytes) throw tooLarge

  const text = await readBody(request, maxBytes)
  if (text === null) throw tooLarge
  const json = parseJson(text)
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return text
  throw new HttpError(400, 'The body must be a JSON object')
}

async function readBody(request: Request, maxBytes: number): Promise<string | null> {
  try {
    return await readText(request.body, maxBytes)
  } catch {
    throw new HttpError(400, 'The body is incomplete')
  }
}
