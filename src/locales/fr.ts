/**
 * The labels in French, for `labels`.
 *
 * @packageDocumentation
 */

export { fr } from '../labels/fr.js'
