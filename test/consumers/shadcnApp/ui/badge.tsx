import type { ComponentProps } from 'react'
import { cn } from '@/lib/utils'

const VARIANTS = {
  default: 'border-transparent bg-primary text-primary-foreground',
  outline: 'text-foreground',
}

export function Badge({
  className,
  variant = 'default',
  ...props
}: ComponentProps<'span'> & { variant?: keyof typeof VARIANTS }) {
  const own = 'inline-flex w-fit items-center gap-1 rounded-md border px-2 py-0.5 text-xs font-medium'
  return <span data-slot="badge" className={cn(own, VARIANTS[variant], className)} {...props} />
}
