import type { InPage } from './TestBrowser.js'

/** Expression that calls the function in a page that loads `pages/dom.ts`. */
export function buildScript<Args extends unknown[]>(run: InPage<Args, unknown>, args: Args): string {
  return `(${run})(window.dom, ...${JSON.stringify(args)})`
}
