/**
 * The labels in Japanese, for `labels`.
 *
 * @packageDocumentation
 */

export { ja } from '../labels/ja.js'
