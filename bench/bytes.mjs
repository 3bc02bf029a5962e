// Compares minified and gzipped bundle sizes with alternatives, with React external: `npm run bench:bytes`.
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const resolvePath = (path) => fileURLToPath(new URL(path, import.meta.url))
const ENTRY = resolvePath('entry.js')
const index = resolvePath('../dist/index.js')
const api = resolvePath('../dist/api.js')
const query = 'export { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query"'
const hook = `export { OptimizationProvider, useOptimizationJob } from "${index}"`
const results = `export { TestResults } from "${resolvePath('../dist/outcome.js')}"`
const outcome = `export { JobOutcome } from "${resolvePath('../dist/diff.js')}"`
const styles = `import "${resolvePath('../dist/styles.css')}"`
const outcomeStyles = `import "${resolvePath('../dist/outcomeStyles.css')}"`
const card = `export { JobStatusCard } from "${index}"`
const client = `export { createOptimizationClient } from "${api}"`

const ENTRIES = {
  hook: [hook],
  'hook and card': [hook, card],
  'hook and client': [hook, client],
  'hook, client and card': [hook, client, card],
  'hook, client, card and TestResults': [hook, client, card, results],
  'hook, client, card and JobOutcome, with diff': [hook, client, card, outcome],
  styles: [styles],
  'styles of the outcome': [outcomeStyles],
  'everything but locales': [`export * from "${index}"`, `export * from "${api}"`],
  'hand-written: useEffect, fetch, setState and a card': [
    `export * from "${resolvePath('cards/variants/plainCard.tsx')}"`,
  ],
  'TanStack Query: useQuery, client, provider': [query],
  'SWR with a fetcher': ['export { default } from "swr"'],
  '@trigger.dev/react-hooks: useRealtimeRun': ['export { useRealtimeRun } from "@trigger.dev/react-hooks"'],
  'MUI: Card, Chip, LinearProgress': [
    'export { default as Card } from "@mui/material/Card"',
    'export { default as Chip } from "@mui/material/Chip"',
    'export { default as LinearProgress } from "@mui/material/LinearProgress"',
  ],
  'Ant Design: Card, Tag, Progress': ['export { Card, Progress, Tag } from "antd"'],
  'React Aria: ProgressBar, Link, Disclosure': [
    'export { Disclosure, Link, ProgressBar } from "react-aria-components"',
  ],
}
const reactPackages = /^react(-dom)?($|\/)/
const peerPackages = /^(react(-dom)?|@tanstack\/react-query|zod)($|\/)/

/** Gzipped size in KiB of the bundle of these lines, code or else CSS, without what `external` matches. */
async function measureSize(lines, external) {
  const { output } = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: ENTRY,
        external,
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: false },
      },
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? lines.join('\n') : null),
      },
    ],
  })
  const { code } = output.find(({ type }) => type === 'chunk')
  const text = code.trim() || output.find(({ fileName }) => fileName.endsWith('.css')).source
  return Math.round((gzipSync(text, { level: 9 }).length / 1024) * 10) / 10
}

const rows = {}
for (const [name, lines] of Object.entries(ENTRIES)) {
  const isOurs = lines.some((line) => line.includes(index))
  rows[name] = {
    // Include TanStack Query, for apps that do not use it yet.
    'KiB, React external': await measureSize(isOurs ? [...lines, query] : lines, reactPackages),
    'package code alone': isOurs ? await measureSize(lines, peerPackages) : '',
  }
}
console.table(rows)
