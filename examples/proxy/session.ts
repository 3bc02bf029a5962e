/** A stand-in for your app's session management. */
export async function findUser(cookie: string | null): Promise<{ projectIds: string[] } | null> {
  if (cookie !== 'session=ada') return null
  return { projectIds: ['3c90c3cc-0d44-4b50-8888-8dd25736052a'] }
}
