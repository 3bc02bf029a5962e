/** Says that a check is left out, so that nobody takes it for passed. */
export function setup(): void {
  process.stdout.write(
    'The stories are not compared with their pictures: those were taken with the bundled browser.\n',
  )
}
