import * as a11y from '@storybook/addon-a11y/preview'
import {
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  inject,
  type MockInstance,
  type TestContext,
  vi,
} from 'vitest'
import { page } from 'vitest/browser'

declare module 'vitest' {
  interface ProvidedContext {
    takesScreenshots: boolean
  }
}

/** The part of the story context of `@storybook/addon-vitest` that is used here. */
interface RenderedStory {
  id: string
  parameters: { screenshot?: boolean }
}

const VIEWPORT = { width: 1200, height: 900 }
const realNow = Date.now

beforeAll(() => {
  // Mid-animation, axe would measure the wrong colors, and screenshots would differ.
  const style = document.createElement('style')
  style.textContent = '*, ::before, ::after { animation: none !important; transition: none !important }'
  document.head.append(style)
})

let consoleMethods: MockInstance[]
beforeEach(() => {
  consoleMethods = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
})

// The story is still rendered, in the state in which its play function left it.
afterEach(async ({ story, task }: TestContext & { story?: RenderedStory }) => {
  try {
    if (story && task.result?.state !== 'fail') await testBothThemes(story)
    expect(consoleMethods.flatMap(({ mock }) => mock.calls)).toEqual([])
  } finally {
    // Vitest identifies runs of this file by the clock, which stories freeze.
    Date.now = realNow
    for (const method of consoleMethods) method.mockRestore()
    await page.viewport(VIEWPORT.width, VIEWPORT.height)
  }
})

async function testBothThemes(story: RenderedStory): Promise<void> {
  const takesScreenshot = inject('takesScreenshots') && story.parameters.screenshot !== false
  if (takesScreenshot) await takeScreenshot(`${story.id}-light`)
  document.documentElement.dataset['theme'] = 'dark'
  // The light theme was checked in the story test itself.
  await a11y.afterEach({ ...story, viewMode: 'story' } as never)
  if (takesScreenshot) await takeScreenshot(`${story.id}-dark`)
}

async function takeScreenshot(name: string): Promise<void> {
  const content = document.querySelector('.stage-content')
  if (!content) throw new Error('The story has no .stage-content element.')
  // Anything outside the viewport would be cut off.
  const { right, bottom } = content.getBoundingClientRect()
  await page.viewport(
    Math.max(VIEWPORT.width, Math.ceil(right)),
    Math.max(VIEWPORT.height, Math.ceil(bottom)),
  )
  await expect(content).toMatchScreenshot(name)
}
