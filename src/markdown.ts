/**
 * Renders the changes summary as Markdown. It needs `react-markdown`, an optional peer dependency.
 *
 * @packageDocumentation
 */

export { MarkdownSummary } from './components/markdown/MarkdownSummary.js'
