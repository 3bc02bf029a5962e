import type { CardLabels } from './CardLabels.js'
import type { TitleLabels } from './TitleLabels.js'

export const enTitle: TitleLabels & Pick<CardLabels, 'locale'> = {
  locale: 'en',

  completedInTitle: (_count, formatted) => `${formatted} finished`,
  failedInTitle: (_count, formatted) => `${formatted} failed`,
}
