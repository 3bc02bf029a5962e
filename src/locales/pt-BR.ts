/**
 * The labels in Brazilian Portuguese, for `labels`.
 *
 * @packageDocumentation
 */

export { ptBR } from '../labels/ptBR.js'
