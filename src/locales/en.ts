/**
 * The labels in English, for `labels`.
 *
 * @packageDocumentation
 */

export { en } from '../labels/en.js'
