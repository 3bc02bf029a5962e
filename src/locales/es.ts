/**
 * The labels in Spanish, for `labels`.
 *
 * @packageDocumentation
 */

export { es } from '../labels/es.js'
