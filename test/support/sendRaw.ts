import { connect } from 'node:net'

/** Sends bytes that HTTP clients would normalize or refuse to send, and returns all that the server responds with. */
export async function sendRaw(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  // Not `end`: a Node server aborts its response when the client half-closes.
  socket.write(text, 'latin1')
  let response = ''
  try {
    for await (const chunk of socket) response += chunk
  } catch {
    // A server may reset the connection after rejecting a request.
  }
  return response
}
