// Runs before the scripts that would otherwise fail with a riddle on an old Node.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isFit = major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19)
if (!isFit) {
  console.error(
    `This project is developed on Node 20.19, 22.13 or 24, or newer within these, and this is Node ${process.versions.node}.\n` +
      'Install a newer one from https://nodejs.org, or run `nvm install` in this folder, and try again.',
  )
  process.exit(1)
}
