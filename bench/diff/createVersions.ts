import type { PromptVersion } from '../../dist/outcome.js'

/** What differs between the two texts. */
export type TextKind = 'edited' | 'unrelated' | 'oneLine' | 'manyMessages'

/** Two versions of a prompt with a text of this size, the same on every run. */
export function createVersions(kind: TextKind, byteCount: number): [PromptVersion, PromptVersion] {
  const random = createRandom()
  const lines = createLines(byteCount, random)
  if (kind === 'unrelated') return [toVersion(lines), toVersion(createLines(byteCount, random))]
  // A word in a twentieth of the lines.
  const edited = lines.map((line) => (random() < 0.05 ? line.replace(/\w+$/, createWord(random)) : line))
  if (kind === 'oneLine') return [toVersion([lines.join(' ')]), toVersion([edited.join(' ')])]
  if (kind === 'manyMessages')
    return [toVersion(...lines.map((line) => [line])), toVersion(...edited.map((line) => [line]))]
  return [toVersion(lines), toVersion(edited)]
}

function createRandom(): () => number {
  let seed = 1
  return () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
}

const createWord = (random: () => number) => Math.floor(random() * 1e6).toString(36)

function createLines(byteCount: number, random: () => number): string[] {
  const lines: string[] = []
  for (let size = 0; size < byteCount; size += (lines.at(-1)?.length ?? 0) + 1)
    lines.push(Array.from({ length: 10 }, () => createWord(random)).join(' '))
  return lines
}

function toVersion(...messages: string[][]): PromptVersion {
  return {
    versionId: null,
    promptName: null,
    versionName: null,
    description: null,
    provider: null,
    model: null,
    parameters: {},
    messages: messages.map((lines, index) => ({
      kind: 'message',
      role: index % 2 === 0 ? 'system' : 'user',
      parts: [{ kind: 'text', text: lines.join('\n') }],
    })),
    toolSchema: null,
    outputSchema: null,
  }
}
