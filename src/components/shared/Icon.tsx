interface IconProps {
  className?: string
  /** The `d` of the path, in a field of 16 × 16. */
  path: string
}

/** A sign for the eye only: what it means stands beside it, in words. */
export function Icon({ className = 'rpo-icon', path }: IconProps) {
  return (
    // Without the stylesheet, too, a sign is small, and only its line is drawn.
    <svg
      className={className}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
