import type { ComponentProps } from 'react'
import { cn } from '@/lib/utils'

export function Card({ className, ...props }: ComponentProps<'div'>) {
  const own = 'flex flex-col gap-6 rounded-xl border bg-card py-6 text-card-foreground shadow-sm'
  return <div data-slot="card" className={cn(own, className)} {...props} />
}

export function CardContent({ className, ...props }: ComponentProps<'div'>) {
  return <div data-slot="card-content" className={cn('px-6', className)} {...props} />
}
