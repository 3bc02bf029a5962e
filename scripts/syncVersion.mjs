// Runs after `changeset version`, which changes the version in package.json only, and copies it to where it is repeated.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

const { name, version } = readJson('package.json')

const lock = readJson('package-lock.json')
lock.version = version
lock.packages[''].version = version
writeJson('package-lock.json', lock)

for (const folder of readdirSync('examples')) {
  const path = `examples/${folder}/package.json`
  const manifest = existsSync(path) ? readJson(path) : {}
  if (!manifest.dependencies?.[name]) continue
  manifest.dependencies[name] = version
  writeJson(path, manifest)
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/**
 * @param {string} path
 * @param {object} value
 */
function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
}
