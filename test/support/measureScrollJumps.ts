/** Scrolls from the end of the page to its top. Returns by how many pixels the page moved at most besides. Runs in the page. */
export async function measureScrollJumps(): Promise<number> {
  const nextFrames = () =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const elements = [...document.querySelectorAll('.rpo-card, .rpo-row')]
  // What is first rendered at the end may change the height of the page.
  for (let height = 0; height !== document.documentElement.scrollHeight; await nextFrames()) {
    height = document.documentElement.scrollHeight
    scrollTo(0, height)
    await nextFrames()
  }
  let tallest = 0
  while (scrollY > 0) {
    const below = elements.find((element) => element.getBoundingClientRect().top > 200)
    const visible = below ?? (elements.at(-1) as Element)
    const { top } = visible.getBoundingClientRect()
    const step = Math.min(150, scrollY)
    scrollBy(0, -step)
    await nextFrames()
    tallest = Math.max(tallest, Math.abs(visible.getBoundingClientRect().top - top - step))
  }
  return tallest
}
