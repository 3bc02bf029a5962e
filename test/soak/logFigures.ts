/** Prints what was measured: a soak is run for its figures. */
export function logFigures(figures: string): void {
  // biome-ignore lint/suspicious/noConsole: they are for whoever runs it
  console.info(figures)
}
