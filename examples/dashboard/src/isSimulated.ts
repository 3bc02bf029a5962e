/** Whether the simulator answers the calls. The server that serves the page says so in it. */
export const isSimulated =
  document.querySelector('meta[name="job-service"]')?.getAttribute('content') === 'simulator'
