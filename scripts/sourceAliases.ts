import { fileURLToPath } from 'node:url'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Resolves imports of the package by name to src. */
export const sourceAliases = [
  { find: /^react-prompt-optimization$/, replacement: path('../src/index.ts') },
  {
    find: /^react-prompt-optimization\/(api|diff|locales\/[\w-]+|markdown|outcome|prompts|server|testing)$/,
    replacement: path('../src/$1.ts'),
  },
  { find: /^react-prompt-optimization\/testing\/react$/, replacement: path('../src/testingReact.ts') },
  { find: /^react-prompt-optimization\/(styles|outcome)\.css$/, replacement: path('../src/$1.css') },
]
