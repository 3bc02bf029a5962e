// Compiles every block of TypeScript in the documentation, as a reader would who copies it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'node_modules/.cache/code-blocks')
const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
})
  .toString()
  .split('\n')
  .filter(Boolean)

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
let count = 0
for (const document of documents) {
  const text = readFileSync(join(root, document), 'utf8')
  for (const [, language, code = ''] of text.matchAll(/^```(tsx?)\n([\s\S]*?)^```$/gm)) {
    // A block without an import shows the inside of a component: what it speaks of is declared around it.
    const isExcerpt = !/^import /m.test(code)
    const name = `${document.replaceAll('/', '-')}-${++count}.${isExcerpt ? 'tsx' : language}`
    writeFileSync(join(folder, name), isExcerpt ? asComponent(code) : `${code}\nexport {}\n`)
  }
}

/** @param {string} code */
function asComponent(code) {
  return `import { JobStatusCard, useOptimizationJob } from 'react-prompt-optimization'
export function Excerpt({ projectId, jobId }: { projectId: string; jobId: string }) {
${code}
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
console.log(`${count} blocks of code in ${documents.length} documents compile.`)
