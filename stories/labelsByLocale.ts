import type { JobLabels } from 'react-prompt-optimization'
import { ar } from 'react-prompt-optimization/locales/ar'
import { de } from 'react-prompt-optimization/locales/de'
import { es } from 'react-prompt-optimization/locales/es'
import { fr } from 'react-prompt-optimization/locales/fr'
import { ja } from 'react-prompt-optimization/locales/ja'
import { ptBR } from 'react-prompt-optimization/locales/pt-BR'
import { zh } from 'react-prompt-optimization/locales/zh'

/** Labels for the locales of the toolbar; English is the default. */
export const labelsByLocale: Record<string, JobLabels> = { ar, de, es, fr, ja, 'pt-BR': ptBR, zh }
