// Updates the screenshots of the stories: `npm run screenshots:update`. Review the diff before you commit it.
import { spawnSync } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { PNG } from 'pngjs'
import { findChromium } from '../scripts/findChromium.mjs'

const folder = new URL('../stories/screenshots/', import.meta.url)

const { isBundled } = await findChromium()
if (!isBundled)
  throw new Error(
    'Screenshots can only be updated with the bundled browser: Linux x64, without CHROMIUM_PATH.',
  )

// Also removes the screenshots of deleted stories.
await rm(folder, { recursive: true, force: true })
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'storybook', '--update'], {
  stdio: 'inherit',
})

// Quantized to steps of 5, which is below the threshold of the comparison, and compressed for size: a third of the bytes
// that Vitest writes.
for (const name of await readdir(folder)) {
  const file = new URL(name, folder)
  const image = PNG.sync.read(await readFile(file))
  for (const [index, value] of image.data.entries()) image.data[index] = Math.round(value / 5) * 5
  await writeFile(file, PNG.sync.write(image, { colorType: 2, filterType: 0, deflateStrategy: 0 }))
}
process.exitCode = status ?? 1
