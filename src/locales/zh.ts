/**
 * The labels in Simplified Chinese, for `labels`.
 *
 * @packageDocumentation
 */

export { zh } from '../labels/zh.js'
