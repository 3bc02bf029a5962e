interface IconProps {
  className?: string
  /** The `d` of the path, in a 16 × 16 view box. */
  path: string
}

/** A decorative icon: its meaning is always in the text beside it. */
export function Icon({ className = 'rpo-icon', path }: IconProps) {
  return (
    // Size and stroke are attributes, so that the icon also renders without the stylesheet.
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
