import { createProxyHandler } from 'react-prompt-optimization/server'
import { settings } from '@/service'
import { maySee } from '@/session'

/** The service, for those who may see the project, without the key. It reads, and starts or cancels nothing. */
const handler = createProxyHandler({
  ...settings,
  authorize: (request, { projectId }) => maySee(projectId, request.headers.get('Cookie')),
  onError: (error, { operation }) => console.error(`${operation}: ${error.message}`),
})

export { handler as GET }
