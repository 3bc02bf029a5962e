import type { Locator } from 'playwright'

/** A computed property of an element, such as `background-color`. */
export function readStyle(element: Locator, property: string): Promise<string> {
  return element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property)
}
