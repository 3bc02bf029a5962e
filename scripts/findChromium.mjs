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
 * Launch options of a browser. Screenshots of the bundled one are the same on every machine.
 *
 * @typedef {{ executablePath: string, env: Record<string, string>, args: string[], isBundled: boolean }} Chromium
 */

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))

// root and most containers lack the privileges for the sandbox; the other flags disable network use and font hinting.
const args = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--font-render-hinting=none',
]

/**
 * Finds Chromium: `CHROMIUM_PATH`, then the bundled one, Playwright's or the system's.
 *
 * @returns {Promise<Chromium>}
 */
export async function findChromium() {
  const env = /** @type {Record<string, string>} */ ({ ...process.env })
  const chosen = process.env.CHROMIUM_PATH
  if (chosen && !existsSync(chosen))
    throw new Error(`CHROMIUM_PATH is ${chosen}, but that file does not exist.`)
  if (chosen) return { executablePath: chosen, env, args, isBundled: false }
  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium(env)

  const found = [playwrightChromium.executablePath(), ...systemPaths()].find((path) => existsSync(path))
  if (found) return { executablePath: found, env, args, isBundled: false }
  throw new Error(
    'Couldn’t find Chromium for the browser tests. Do one of the following:\n' +
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
 * Unpacks the browser of `@sparticuz/chromium` into a cache, because its own `executablePath()` unpacks into the system's
 * temporary folder, where concurrent processes conflict.
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
  const hasLibraries = await run(executablePath, ['--version'], { env: fontEnv }).then(
    () => true,
    () => false,
  )
  // The bundled libraries are older, so use them only when the machine lacks its own.
  const launchEnv = hasLibraries ? fontEnv : { ...fontEnv, LD_LIBRARY_PATH: libraries }
  return { executablePath, env: launchEnv, args, isBundled: true }
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
      // SwiftShader's libraries must be in the browser's folder.
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
    // Another process has already unpacked the same version.
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
