import { createProxyHandler, type ProxyErrorCode } from 'react-prompt-optimization/server'

const codes: ProxyErrorCode[] = []

export const handler: (request: Request) => Promise<Response> = createProxyHandler({
  baseUrl: 'https://service.example/api/v2',
  apiKey: () => process.env['OPTIMIZATION_API_KEY'] ?? '',
  authorize: (request, { projectId }) => request.headers.get('Cookie') === projectId,
  onError: (error) => codes.push(error.code),
})
