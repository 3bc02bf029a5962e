import { getCodeBlock, getSection, getSections, getTableRows, moveLinks } from './readMarkdown.mjs'

export const SKILL_PATH = 'skills/react-prompt-optimization/SKILL.md'

/**
 * Renders the skill, in the format of agentskills.io.
 *
 * @param {import('./readSources.mjs').Sources} sources
 */
export function renderSkill({ manifest, readme, mistakes }) {
  const { name, version } = manifest
  const quickStart = getSection(readme, 'Quick start')
  const proxy = getSection(readme, 'API proxy')
  const [proxyRule = ''] = proxy.split('\n\n')
  // The examples are not in the package.
  const mountTable = proxy
    .split('\n\n')
    .find((part) => part.startsWith('| server'))
    ?.replace(/\[([^\]]*)\]\(examples\/[^)]*\)/g, '$1')
  const guides = getTableRows(getSection(readme, 'Guides'))
    .filter(([link = '']) => !link.includes('common-mistakes'))
    .map(([link, text]) => `- ${link}: ${text}`)
  const fromReadme = [
    `# ${name} ${version}`,
    '`useOptimizationJob` polls a prompt optimization job until it is over; `JobStatusCard` renders its state:',
    getCodeBlock(readme, 'tsx'),
    '## Quick start',
    getCodeBlock(quickStart, 'sh'),
    getCodeBlock(quickStart, 'tsx'),
    '## API proxy',
    proxyRule,
    getCodeBlock(proxy, 'ts'),
    mountTable ?? '',
    '`getRequestListener` comes from `@hono/node-server`. Operations that are not in `allow`, except reading jobs, are disabled.',
  ].join('\n\n')
  const documents = [
    ...guides,
    '- [Reference](docs/reference/README.md): every export, by entry; [`llms.txt`](llms.txt) has a line for each',
    '- [Errors](docs/errors.md): every message, its cause and what to do',
    '- [Security](SECURITY.md), [changelog](CHANGELOG.md)',
  ].join('\n')
  return `${[
    '---',
    `name: ${name}`,
    `description: ${DESCRIPTION}`,
    'license: MIT',
    '---',
    '',
    moveLinks(fromReadme, 'README.md', SKILL_PATH),
    '',
    '## Common mistakes',
    '',
    moveLinks(renderMistakes(mistakes), 'docs/guides/common-mistakes.md', SKILL_PATH),
    '',
    `## Documents in \`node_modules/${name}\``,
    '',
    moveLinks(documents, 'README.md', SKILL_PATH),
    '',
    '<!-- Made from README.md and docs by `npm run docs:reference`. Edit those instead. -->',
  ].join('\n')}\n`
}

// YAML ends a plain text at a colon.
const DESCRIPTION =
  'Adds prompt optimization jobs to a React app with the package react-prompt-optimization, which has hooks that poll a job, a ' +
  'status card, a list, a start form, the outcome, an API proxy and a simulator for tests. Use when code imports ' +
  'react-prompt-optimization, or to render, start, cancel or test prompt optimization jobs in React.'

/** Each mistake in as few lines as possible. @param {string} mistakes */
function renderMistakes(mistakes) {
  return getSections(mistakes)
    .map(({ heading, text }) => `**${heading}.** ${text.replace(/\n\n(?=```)/g, '\n')}`)
    .join('\n\n')
}
