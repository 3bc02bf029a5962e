// Typechecks every TypeScript code block in the documentation.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'node_modules/.cache/code-blocks')
const documents = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.md', '*.mdx', 'llms.txt'],
  {
    cwd: root,
  },
)
  .toString()
  .split('\n')
  .filter(Boolean)

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
let count = 0
for (const document of documents) {
  const text = readFileSync(join(root, document), 'utf8')
  const [fence] = /^```(typescript|javascript|jsx?)$/m.exec(text) ?? []
  if (fence && !document.startsWith('docs/reference/')) {
    throw new Error(
      `${document} has a code block that starts with ${fence}. Use ts or tsx, so that it is typechecked.`,
    )
  }
  for (const [, language, code = ''] of text.matchAll(/^```(tsx?)\n([\s\S]*?)^```$/gm)) {
    // A block without imports is a component body: wrap it in a component that declares its variables.
    const isExcerpt = !/^import /m.test(code)
    const isExample = document.startsWith('docs/reference/')
    const name = `${document.replaceAll('/', '-')}-${++count}.${isExcerpt || isExample ? 'tsx' : language}`
    const module = isExample ? wrapExample(code) : isExcerpt ? wrapInComponent(code) : `${code}\nexport {}\n`
    writeFileSync(join(folder, name), module)
  }
}

/** @param {string} code */
function wrapInComponent(code) {
  return `import { JobStatusCard, useOptimizationJob } from 'react-prompt-optimization'
export function Excerpt({ projectId, jobId }: { projectId: string; jobId: string }) {
${code}
}
`
}

/**
 * Declares what the examples of the reference use without an import. Its `typescript` blocks are skipped, because they
 * are copied from src.
 *
 * @param {string} code
 */
function wrapExample(code) {
  const imports = code.match(/^import .*$/gm) ?? []
  return `${imports.join('\n')}
declare const client: import('react-prompt-optimization/api').OptimizationClient
declare const queryClient: import('@tanstack/react-query').QueryClient
declare const simulator: import('react-prompt-optimization/testing').JobSimulator
declare const state: import('react-prompt-optimization').OptimizationJobState
declare const job: import('react-prompt-optimization').OptimizationJob
declare const original: import('react-prompt-optimization/outcome').PromptVersion
declare const optimized: import('react-prompt-optimization/outcome').PromptVersion
declare const user: { id: string }
declare const projectId: string
declare const jobId: string
declare const jobIds: readonly string[]
declare const promptTemplateVersionId: string
declare const datasetId: string
declare const promptTemplateId: string
declare const versionId: string
declare const testRunId: string
declare function App(): import('react').ReactNode
declare function JobPage(props: { projectId: string; jobId: string }): import('react').ReactNode
declare function findUser(cookie: string | null): Promise<{ projectIds: string[] } | null>
export async function Example() {
${code.replace(/^import .*$/gm, '')}
}
`
}

writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      paths: Object.fromEntries(
        Object.entries(
          JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')).compilerOptions.paths,
        ).map(([key, [path]]) => [key, [join(root, path)]]),
      ),
    },
    include: ['*.ts', '*.tsx'],
    exclude: [],
  }),
)
execFileSync('npx', ['tsc', '-p', folder], { cwd: root, stdio: 'inherit' })
console.log(`Typechecked ${count} code blocks in ${documents.length} documents.`)
