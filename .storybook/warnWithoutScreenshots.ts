export function setup(): void {
  process.stdout.write('Skipping the screenshot tests: they need the bundled browser.\n')
}
