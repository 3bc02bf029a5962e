import type { Locator } from 'playwright'

/** The computed value of a color, such as `var(--card)`, where an element is. */
export function resolveColor(element: Locator, color: string): Promise<string> {
  return element.evaluate((node, value) => {
    const probe = document.createElement('span')
    probe.style.color = value
    node.append(probe)
    const computed = getComputedStyle(probe).color
    probe.remove()
    return computed
  }, color)
}
