// What the servers in this folder share: npm install react-prompt-optimization
import { createProxyHandler } from 'react-prompt-optimization/server'
import { findUser } from './session.js'

/** The handler that the servers in this folder mount. */
export const handler = createProxyHandler({
  baseUrl: process.env.OPTIMIZATION_API_URL ?? 'https://service.example/api/v2',
  apiKey: () => process.env.OPTIMIZATION_API_KEY ?? '',
  authorize: async (request, { projectId }) => {
    const user = await findUser(request.headers.get('Cookie'))
    return user?.projectIds.includes(projectId) ?? false
  },
  allow: ['startJob', 'cancelJob'],
  onError: (error, { operation }) => console.error(`${operation}: ${error.message}`),
})
