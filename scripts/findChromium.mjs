import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'
import { chromium as playwrightChromium } from 'playwright'

/**
 * How to launch a browser: a path, the environment it needs, and whether it is the one that comes with the
 * dependencies, whose pictures are the same on every machine.
 *
 * @typedef {{ executablePath: string, env: Record<string, string>, args: string[], isBundled: boolean }} Chromium
 */

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))

// The sandbox needs rights that root and most containers do not have; the rest keeps the browser off the network.
const args = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--font-render-hinting=none',
]

/**
 * Finds a Chromium: `CHROMIUM_PATH`, the one in the dependencies, Playwright's own, or one of the system's.
 *
 * @returns {Promise<Chromium>}
 */
export async function findChromium() {
  const env = /** @type {Record<string, string>} */ ({ ...process.env })
  const chosen = process.env.CHROMIUM_PATH
  if (chosen && !existsSync(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, and there is no such file.`)
  if (chosen) return { executablePath: chosen, env, args, isBundled: false }
  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium(env)

  const found = [playwrightChromium.executablePath(), ...systemPaths()].find((path) => existsSync(path))
  if (found) return { executablePath: found, env, args, isBundled: false }
  throw new Error(
    'The browser tests found no Chromium. Three ways out:\n' +
      '  1. npx playwright install chromium\n' +
      '  2. install Chromium or Chrome with your system’s package manager\n' +
      '  3. CHROMIUM_PATH=/path/to/chromium npm test',
  )
}

function systemPaths() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return [
    ...(process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]
}

/**
 * Unpacks the browser that `@sparticuz/chromium` carries, once. Its own `executablePath()` does so in the system's
 * temporary folder, where two processes that start at once get in each other's way.
 *
 * @param {Record<string, string>} env
 * @returns {Promise<Chromium>}
 */
async function bundledChromium(env) {
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../..')
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'))
  const cache = join(root, 'node_modules/.cache/chromium')
  const folder = join(cache, version)
  if (!existsSync(folder)) await unpack(join(packageFolder, 'bin'), cache, folder)

  const executablePath = join(folder, 'chromium')
  const fontEnv = { ...env, FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  const libraries = [join(folder, 'al2023/lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  const isComplete = await run(executablePath, ['--version'], { env: fontEnv }).then(
    () => true,
    () => false,
  )
  // Only where the machine lacks libraries of its own: those that come along are older.
  const fullEnv = isComplete ? fontEnv : { ...fontEnv, LD_LIBRARY_PATH: libraries }
  return { executablePath, env: fullEnv, args, isBundled: true }
}

/**
 * @param {string} source
 * @param {string} cache
 * @param {string} folder
 */
async function unpack(source, cache, folder) {
  await mkdir(cache, { recursive: true })
  const draft = await mkdtemp(`${folder}-`)
  await decompress(join(source, 'chromium.br'), join(draft, 'chromium'))
  await chmod(join(draft, 'chromium'), 0o755)
  await Promise.all(
    ['al2023', 'fonts', 'swiftshader'].map(async (name) => {
      const archive = join(draft, `${name}.tar`)
      // SwiftShader's libraries have to stand beside the browser.
      const target = name === 'swiftshader' ? draft : join(draft, name)
      await decompress(join(source, `${name}.tar.br`), archive)
      await mkdir(target, { recursive: true })
      await run('tar', ['-xf', archive, '-C', target])
      await rm(archive)
    }),
  )
  await writeFile(
    join(draft, 'fonts.conf'),
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">' +
      `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  )
  try {
    await rename(draft, folder)
  } catch {
    // Another process was faster; its folder is as good.
    await rm(draft, { recursive: true })
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function decompress(from, to) {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to))
}
