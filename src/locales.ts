export { arabicLabels } from './labels/arabicLabels.js'
export { germanLabels } from './labels/germanLabels.js'
