/**
 * Labels in English, German and Arabic, for `labels`.
 *
 * @packageDocumentation
 */

export { ar } from './labels/ar.js'
export { de } from './labels/de.js'
export { en } from './labels/en.js'
