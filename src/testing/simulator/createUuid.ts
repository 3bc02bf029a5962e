/** Creates a random UUID, also on pages that are neither HTTPS nor localhost, which have no `crypto.randomUUID`. */
export function createUuid(): string {
  return (
    globalThis.crypto?.randomUUID?.() ??
    'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16))
  )
}
