import type { MouseEvent } from 'react'
import { getErrorKey, type OptimizationError } from 'react-prompt-optimization'
import { NotFound } from './NotFound.js'

interface ReadStateProps {
  /** What is read, such as “Test run”. */
  name: string
  error?: OptimizationError | null
  refetch?: () => unknown
}

/** Renders what stands in for data: that it is loading, or why it can't be read. */
export function ReadState({ name, error, refetch }: ReadStateProps) {
  if (!error) return <p className="muted">Loading…</p>
  const message = describeError(error, name)
  if (!message) return <NotFound name={name} />
  const handleClick = ({ currentTarget }: MouseEvent) => {
    // The clicked button unmounts, which would lose the focus.
    currentTarget.closest('main')?.focus()
    refetch?.()
  }
  return (
    <div className="read-error" role="alert">
      <p>{message}</p>
      <button type="button" className="button" onClick={handleClick}>
        Retry
      </button>
    </div>
  )
}

/** Null if there is no such thing. */
function describeError(error: OptimizationError, name: string): string | null {
  switch (getErrorKey(error)) {
    // An ID that is not valid names nothing.
    case 'not-found':
    case 'bad-request':
    case 'invalid-request':
      return null
    case 'unauthorized':
      return 'Your session has expired. Sign in again.'
    case 'forbidden':
      return `You don’t have access to this ${name.toLowerCase()}. Ask the project’s owner.`
    case 'network':
      return 'Can’t reach the service.'
    default:
      return `Couldn’t load this ${name.toLowerCase()}.`
  }
}
