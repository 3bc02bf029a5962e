/**
 * Words in other languages than English, for `labels`.
 *
 * @packageDocumentation
 */

export { arabicLabels } from './labels/arabicLabels.js'
export { germanLabels } from './labels/germanLabels.js'
