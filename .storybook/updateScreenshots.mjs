// Takes the pictures that the stories are compared with anew: `npm run screenshots:update`. Look at what changed before you
// commit it.
import { spawnSync } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { PNG } from 'pngjs'
import { findChromium } from '../scripts/findChromium.mjs'

const folder = new URL('../stories/screenshots/', import.meta.url)

const { isBundled } = await findChromium()
if (!isBundled)
  throw new Error('Only the bundled browser takes the pictures: linux x64, without CHROMIUM_PATH.')

// Those of stories that are no more go with the others.
await rm(folder, { recursive: true, force: true })
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'storybook', '--update'], {
  stdio: 'inherit',
})

// Vitest packs them for speed. Packed for size, and in shades that are five steps apart, which neither people nor the
// comparison tell from the real ones, they take a third of the room.
for (const name of await readdir(folder)) {
  const file = new URL(name, folder)
  const picture = PNG.sync.read(await readFile(file))
  for (const [index, shade] of picture.data.entries()) picture.data[index] = Math.round(shade / 5) * 5
  await writeFile(file, PNG.sync.write(picture, { colorType: 2, filterType: 0, deflateStrategy: 0 }))
}
process.exitCode = status ?? 1
