// Runs before scripts that fail with obscure errors on unsupported Node versions.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isSupported = major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19)
if (!isSupported) {
  console.error(
    `Developing this project requires Node ^20.19, ^22.13 or >=24, but this is Node ${process.versions.node}.\n` +
      'Install a newer version from https://nodejs.org or run `nvm install` in this folder, then retry.',
  )
  process.exit(1)
}
