import * as a11y from '@storybook/addon-a11y/preview'
import { afterEach, beforeAll, expect, inject, type TestContext } from 'vitest'
import { page } from 'vitest/browser'

declare module 'vitest' {
  interface ProvidedContext {
    takesScreenshots: boolean
  }
}

/** What the tests of stories add to a test's context, as far as it is used here. */
interface ShownStory {
  id: string
  parameters: { picture?: boolean }
}

const VIEWPORT = { width: 1200, height: 900 }
const realNow = Date.now

beforeAll(async () => {
  // A font that is still on its way leaves its text invisible.
  await Promise.all([...document.fonts].map((font) => font.load()))
  // What moves would be caught in the middle: by axe with half a colour, by a picture in half a place.
  const still = document.createElement('style')
  still.textContent = '*, ::before, ::after { animation: none !important; transition: none !important }'
  document.head.append(still)
})

/**
 * The story still stands on the page, as its play function left it: it is looked at once more in the dark, and pictured in
 * both themes. A parameter `picture: false` leaves the pictures out.
 */
afterEach(async ({ story, task }: TestContext & { story?: ShownStory }) => {
  try {
    if (story && task.result?.state !== 'fail') await lookInBothThemes(story)
  } finally {
    // Stories stop the clock, by which Vitest tells one run of this file from the next.
    Date.now = realNow
    await page.viewport(VIEWPORT.width, VIEWPORT.height)
  }
})

async function lookInBothThemes(story: ShownStory): Promise<void> {
  const isPictured = inject('takesScreenshots') && story.parameters.picture !== false
  if (isPictured) await takePicture(`${story.id}-light`)
  document.documentElement.dataset['theme'] = 'dark'
  // In the light it has been run already, with the story itself.
  await a11y.afterEach({ ...story, viewMode: 'story' } as never)
  if (isPictured) await takePicture(`${story.id}-dark`)
}

async function takePicture(name: string): Promise<void> {
  const scene = document.querySelector('.stage-scene')
  if (!scene) throw new Error('There is no scene to picture.')
  // What lies outside the frame that the story is shown in would be missing.
  const { right, bottom } = scene.getBoundingClientRect()
  await page.viewport(
    Math.max(VIEWPORT.width, Math.ceil(right)),
    Math.max(VIEWPORT.height, Math.ceil(bottom)),
  )
  await expect(scene).toMatchScreenshot(name)
}
