/** Whether the server uses the simulator; it adds the meta tag when it serves the page. */
export const isSimulated =
  document.querySelector('meta[name="job-service"]')?.getAttribute('content') === 'simulator'
