import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const COMMANDS = ['firefox-esr', 'WebKitWebDriver', 'Xvfb', 'xdotool'] as const

/**
 * Finds Firefox, for which `FIREFOX_PATH` can be set, and checks that WebKitGTK is installed.
 *
 * @throws Error when one is missing
 */
export function findBrowsers(): { firefox: string } {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const find = (command: string) => folders.map((folder) => join(folder, command)).find(existsSync)
  const paths = new Map<string, string | undefined>(COMMANDS.map((command) => [command, find(command)]))
  if (process.env.FIREFOX_PATH) paths.set('firefox-esr', process.env.FIREFOX_PATH)

  const missing = COMMANDS.filter((command) => !existsSync(paths.get(command) ?? ''))
  if (missing.length > 0) {
    throw new Error(
      `test:browsers needs Firefox and WebKitGTK, but these commands are missing: ${missing.join(', ')}. ` +
        'On Debian, run `sudo bash scripts/installPackages.sh browsers`. ' +
        'For a Firefox elsewhere, set FIREFOX_PATH to its executable.',
    )
  }
  return { firefox: paths.get('firefox-esr') as string }
}
