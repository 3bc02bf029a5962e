export interface TitlePrefix {
  /** Replaces the prefix; an empty one restores the title. */
  set: (prefix: string) => void
  /** Restores the title, and stops observing it. */
  remove: () => void
}

/** The prefix of each component that adds one. The last one is in the title, so that two don't add up. */
const prefixes = new Map<object, string>()
/** An app may write a title that it read before, with a prefix that is out of date. */
const written = new Set<string>()
let observer: MutationObserver | undefined
let timer: ReturnType<typeof setTimeout> | undefined

/** Adds a prefix to the document's title, whatever title the app sets, and whenever it does. */
export function addTitlePrefix(): TitlePrefix {
  const owner = {}
  prefixes.set(owner, '')
  return {
    set(prefix) {
      prefixes.set(owner, prefix)
      if (prefix) written.add(prefix)
      if (written.size === 0) return
      observer ??= observeHead()
      updateTitles()
    },
    remove() {
      prefixes.delete(owner)
      updateTitles()
      if (prefixes.size > 0) return
      observer?.disconnect()
      observer = undefined
      clearTimeout(timer)
      timer = undefined
      written.clear()
    },
  }
}

function observeHead(): MutationObserver {
  const headObserver = new MutationObserver(() => {
    if (timer === undefined) update()
  })
  headObserver.observe(document.head, { childList: true, characterData: true, subtree: true })
  return headObserver
}

/** Once per task: with a script that insists on another title, updates in microtasks would never end. */
function update(): void {
  timer = updateTitles() ? setTimeout(update) : undefined
}

/** Returns whether a title has changed. */
function updateTitles(): boolean {
  const prefix = [...prefixes.values()].filter(Boolean).at(-1) ?? ''
  // React inserts the title of a nested route before the others. Only the first one is in use.
  const titles = [...document.head.querySelectorAll('title')]
  if (titles.length === 0 && prefix && !document.title) {
    document.title = prefix
    return true
  }
  return titles.map((title, index) => writeTitle(title, index === 0 ? prefix : '')).includes(true)
}

function writeTitle(title: HTMLTitleElement, prefix: string): boolean {
  const text = title.textContent ?? ''
  // The longest first, because a shorter one may be part of it.
  const known = [...written].sort((a, b) => b.length - a.length)
  const own = known.reduce((rest, old) => rest.replace(old, ''), text)
  // Another script may put a prefix of its own before this one.
  if (text.includes(prefix) && text.replace(prefix, '') === own) return false
  const { firstChild } = title
  // Frameworks may keep the text node.
  if (firstChild && !firstChild.nextSibling) firstChild.nodeValue = prefix + own
  else title.textContent = prefix + own
  return true
}
