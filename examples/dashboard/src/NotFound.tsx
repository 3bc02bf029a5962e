export function NotFound({ name }: { name: string }) {
  return <p role="alert">{name} not found. It may no longer exist.</p>
}
