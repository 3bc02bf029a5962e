/**
 * The labels in German, for `labels`.
 *
 * @packageDocumentation
 */

export { de } from '../labels/de.js'
