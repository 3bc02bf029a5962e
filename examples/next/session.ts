/**
 * Whether the user may view the jobs of a project. Replace this with your app's session management. Until then, access is
 * granted in development and denied in production.
 */
export async function canViewProject(_projectId: string, _cookie: string | null): Promise<boolean> {
  return process.env.NODE_ENV === 'development'
}
