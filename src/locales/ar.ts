/**
 * The labels in Arabic, for `labels`.
 *
 * @packageDocumentation
 */

export { ar } from '../labels/ar.js'
