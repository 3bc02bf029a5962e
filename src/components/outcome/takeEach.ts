/** Whether one of the items is equal, which is then taken. */
export function takeEach(items: readonly string[]): (item: string) => boolean {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return (item) => {
    const count = counts.get(item) ?? 0
    counts.set(item, count - 1)
    return count > 0
  }
}
