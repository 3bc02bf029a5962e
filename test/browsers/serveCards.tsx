import { renderToString } from 'react-dom/server'
import { buildPage } from '../support/buildPage.js'
import { listen } from '../support/listen.js'
import { collectConsole } from './collectConsole.js'
import { Cards } from './pages/Cards.js'

interface CardsOptions {
  locale?: string
  direction?: 'ltr' | 'rtl'
  /** Whether off-screen cards are skipped, as without the style of the testing guide. @default false */
  isSkipping?: boolean
}

/** Serves server-rendered cards, for one test. `/frame` has the page in a frame of 240 px, the minimum supported width. */
export async function serveCards(options: CardsOptions = {}) {
  const { locale = 'en', direction = 'ltr', isSkipping = false } = options
  const code = await buildPage(new URL('./pages/cardsPage.tsx', import.meta.url))
  const { script, messages, handle } = await collectConsole()
  const head = `<!doctype html><html lang="${locale}" dir="${direction}"><meta charset="utf-8"><title>Cards</title><link rel="icon" href="data:,">${script}`
  const noSkipping = isSkipping ? '' : '.rpo-card, .rpo-row { content-visibility: visible }'
  const style = `<style>:root { color-scheme: light dark } ${noSkipping} body { margin: 0; font-family: system-ui }</style>`
  const cards = renderToString(<Cards locale={locale} />)
  const bodies = new Map([
    ['/', `${style}<div id="root">${cards}</div><script type="module" src="/page.js"></script>`],
    [
      '/frame',
      '<iframe title="Cards" src="/" width="240" height="1500" scrolling="no" style="border: 0"></iframe>',
    ],
  ])
  const origin = await listen((request, response) => {
    if (handle(request, response)) return
    if (request.url === '/page.js') response.setHeader('Content-Type', 'text/javascript').end(code)
    else response.setHeader('Content-Type', 'text/html').end(head + bodies.get(request.url ?? ''))
  })
  return { origin, consoleErrors: messages }
}
