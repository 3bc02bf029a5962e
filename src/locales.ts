/**
 * Words in other languages than English, for `labels`.
 *
 * @packageDocumentation
 */

export { arabicLabels } from './labels/ar.js'
export { germanLabels } from './labels/de.js'
