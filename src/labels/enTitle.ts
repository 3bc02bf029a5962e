import type { CardLabels } from './CardLabels.js'
import type { TitleLabels } from './JobLabels.js'

export const enTitle: TitleLabels & Pick<CardLabels, 'locale'> = {
  locale: 'en',

  completedInTitle: (_count, formatted) => `${formatted} finished`,
  failedInTitle: (_count, formatted) => `${formatted} failed`,
}
