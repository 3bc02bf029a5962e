import { screen, within } from '@testing-library/dom'

const dom = {
  screen,
  within,
  /** The match that is visible: a card also contains labels that are hidden at the current width. */
  visibleText(place: HTMLElement, text: string | RegExp): HTMLElement {
    const visible = within(place)
      .queryAllByText(text)
      .find((element) => element.checkVisibility())
    if (!visible) throw new Error(`No visible element has the text ${text}.`)
    return visible
  },
}

/** What tests use in a page: Testing Library. */
export type Dom = typeof dom

Object.assign(window, { dom })

/** Sends messages to the server of the test, because drivers of WebKit do not report them. */
function report(...message: unknown[]): void {
  navigator.sendBeacon('/console', message.map(String).join(' '))
}
Object.assign(console, { error: report, warn: report })
addEventListener('error', ({ message }) => report(message))
addEventListener('unhandledrejection', ({ reason }) => report(reason))
