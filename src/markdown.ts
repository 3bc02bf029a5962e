export { MarkdownSummary } from './markdown/MarkdownSummary.js'
