import { enCard } from './enCard.js'
import { enList } from './enList.js'
import type { CardAndListLabels } from './JobLabels.js'

/** The labels of lists and forms without a choice of the app. They have no direction, so that the components follow the page. */
export const enCardAndList: CardAndListLabels = { ...enCard, ...enList }
