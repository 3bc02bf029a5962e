// What the package weighs beside what an app would use instead: minified, gzipped, react outside and all else inside.
// `npm run bench:bytes`.
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const ENTRY = here('entry.js')
const index = here('../dist/index.js')
const api = here('../dist/api.js')
const query = 'export { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query"'
const hook = `export { OptimizationProvider, useOptimizationJob } from "${index}"`
const styles = `import "${here('../dist/styles.css')}"`
const card = `export { JobStatusCard } from "${index}"`
const client = `export { createOptimizationClient } from "${api}"`

const ENTRIES = {
  hook: [hook],
  'hook and card': [hook, card],
  'hook and client': [hook, client],
  'hook, client and card': [hook, client, card],
  styles: [styles],
  'everything but the languages': [`export * from "${index}"`, `export * from "${api}"`],
  'by hand: useEffect, fetch, setState and a card': [`export * from "${here('cards/variants/byHand.tsx')}"`],
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
const ofReact = /^react(-dom)?($|\/)/
const ofPeers = /^(react(-dom)?|@tanstack\/react-query|zod)($|\/)/

/** KiB of what these lines bring, styles or code, where what `external` matches stays outside. */
async function weigh(lines, external) {
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
    // An app that has no query client yet brings one in.
    'KiB, react outside': await weigh(isOurs ? [...lines, query] : lines, ofReact),
    'package code alone': isOurs ? await weigh(lines, ofPeers) : '',
  }
}
console.table(rows)
