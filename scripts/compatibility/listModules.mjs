import { readFileSync } from 'node:fs'

/**
 * Lists the built modules that entries import, directly or not.
 *
 * @param {string[]} entries
 * @param {URL} folder
 */
export function listModules(entries, folder) {
  const urls = new Set(entries.map((entry) => new URL(entry, folder).href))
  // A set iterates over what is added meanwhile.
  for (const url of urls) {
    for (const [, path] of readFileSync(new URL(url), 'utf8').matchAll(/from "(\.[^"]+)"/g))
      urls.add(new URL(String(path), url).href)
  }
  return [...urls]
}
