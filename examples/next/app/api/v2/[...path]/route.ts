import { createProxyHandler } from 'react-prompt-optimization/server'
import { serviceOptions } from '@/service'
import { canViewProject } from '@/session'

/** A read-only API proxy for authorized users. */
const handler = createProxyHandler({
  ...serviceOptions,
  authorize: (request, { projectId }) => canViewProject(projectId, request.headers.get('Cookie')),
  onError: (error, { operation }) => console.error(`${operation}: ${error.message}`),
})

export { handler as GET }
