import { onTestFinished } from 'vitest'

/** What a translator does to a text node: browsers wrap it in elements, extensions put another in its place. */
export type Translator = 'wraps' | 'replaces'

/** Translates every text node below the root, as a browser or an extension does. The words stay, so that tests can compare. */
export function translate(root: Node, translator: Translator, translated = new WeakSet<Node>()): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  for (const text of texts) {
    if (translated.has(text) || text.parentElement?.localName === 'font') continue
    const translation = document.createTextNode(text.data)
    translated.add(translation)
    if (translator === 'replaces') text.replaceWith(translation)
    else {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      inner.append(translation)
      outer.append(inner)
      text.replaceWith(outer)
    }
  }
}

/** Translates the page, now and whenever it changes, until the test is over. */
export function keepTranslating(translator: Translator): void {
  const translated = new WeakSet<Node>()
  const observer = new MutationObserver(() => translate(document.body, translator, translated))
  observer.observe(document.body, { childList: true, characterData: true, subtree: true })
  onTestFinished(() => observer.disconnect())
}
