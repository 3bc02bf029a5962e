// Formats the lines of CHANGELOG.md for `changeset version`: the text of each changeset, without the hash of its commit.

/** @param {{ summary: string }} changeset */
export function getReleaseLine({ summary }) {
  return `- ${summary.trim().replace(/\n(?=.)/g, '\n  ')}\n`
}

/** The package has no dependencies that are released with it. */
export function getDependencyReleaseLine() {
  return ''
}
