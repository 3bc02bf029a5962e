// The service: responds after 5 ms. Any message is answered with its counters.
import { createServer } from 'node:http'

const RESPONSE_MS = 5

/** In its last step, in which it is polled most often. */
const job = JSON.stringify({
  job_id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  status: 'running',
  prompt_template_id: '5f0c2a86-1c55-4b0e-9a39-9f6e1f0f3f11',
  original_version_id: 'b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22',
  run_test_after_optimization: true,
  created_at: '2026-01-15T10:00:00Z',
  optimized_version_id: null,
  test_run_id: null,
  comparison_id: null,
  changes_summary: null,
  error_message: null,
  data_sources_used: { human_labels_count: 123, customer_feedback_count: 123 },
  completed_at: null,
  progress: { step: 4, total_steps: 4, step_name: 'Running test' },
})
const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(job) }

let requests = 0
const server = createServer((_, response) => {
  requests++
  setTimeout(() => response.writeHead(200, headers).end(job), RESPONSE_MS)
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send({ requests, cpuMs: (user + system) / 1000, bytes: process.memoryUsage.rss() })
})
