/**
 * A Markdown table of sizes in bytes before and after, by name.
 *
 * @param {{ name: string, size: number }[]} before
 * @param {{ name: string, size: number }[]} after
 */
export function formatSizeTable(before, after) {
  const oldSizes = new Map(before.map(({ name, size }) => [name, size]))
  const newSizes = new Map(after.map(({ name, size }) => [name, size]))
  const names = new Set([...newSizes.keys(), ...oldSizes.keys()])
  const rows = [...names].map((name) => {
    const [oldSize, newSize] = [oldSizes.get(name), newSizes.get(name)]
    return `| ${name} | ${format(oldSize)} | ${format(newSize)} | ${formatChange(oldSize, newSize)} |`
  })
  return ['| | before | after | change |', '|---|---:|---:|---:|', ...rows].join('\n')
}

/** @param {number | undefined} bytes */
function format(bytes) {
  return bytes === undefined ? '–' : `${bytes.toLocaleString('en')} B`
}

/**
 * @param {number | undefined} before
 * @param {number | undefined} after
 */
function formatChange(before, after) {
  if (before === undefined) return 'new'
  if (after === undefined) return 'removed'
  const change = after - before
  if (change === 0) return '0'
  return `${change > 0 ? '+' : '−'}${Math.abs(change).toLocaleString('en')} B`
}
