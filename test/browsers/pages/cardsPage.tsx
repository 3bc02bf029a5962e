import { hydrateRoot } from 'react-dom/client'
import styles from '../../../src/styles.css?inline'
import { Cards } from './Cards.js'

const stylesheet = new CSSStyleSheet()
stylesheet.replaceSync(styles)
document.adoptedStyleSheets.push(stylesheet)

const root = document.getElementById('root') as HTMLElement
hydrateRoot(root, <Cards locale={document.documentElement.lang} />)
