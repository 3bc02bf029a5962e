/** Time in which a browser or a part of it must have started, and in which it must respond to a command. */
export const TIMEOUT_MS = 30_000
