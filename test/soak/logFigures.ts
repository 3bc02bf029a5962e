export function logFigures(figures: string): void {
  // biome-ignore lint/suspicious/noConsole: soak tests report their measurements
  console.info(figures)
}
