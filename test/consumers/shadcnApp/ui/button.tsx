import type { ComponentProps } from 'react'
import { cn } from '@/lib/utils'

const VARIANTS = {
  default: 'bg-primary text-primary-foreground hover:bg-primary/90',
  outline: 'border bg-background shadow-xs hover:bg-accent hover:text-accent-foreground',
}
const SIZES = { default: 'h-9 px-4', sm: 'h-8 px-3' }

export function Button({
  className,
  variant = 'default',
  size = 'default',
  ...props
}: ComponentProps<'button'> & { variant?: keyof typeof VARIANTS; size?: keyof typeof SIZES }) {
  const own = 'inline-flex items-center justify-center gap-2 rounded-md text-sm font-medium'
  return (
    <button data-slot="button" className={cn(own, VARIANTS[variant], SIZES[size], className)} {...props} />
  )
}
