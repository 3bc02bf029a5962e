/** Creates a random UUID. `crypto.randomUUID` is missing on pages that are neither HTTPS nor localhost. */
export function createUuid(): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () =>
    Math.floor(Math.random() * 16).toString(16),
  )
}
