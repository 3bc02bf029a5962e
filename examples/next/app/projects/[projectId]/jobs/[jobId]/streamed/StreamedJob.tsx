'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { catchError } from 'next/error'
import { Suspense } from 'react'
import { type JobReference, optimizationJobOptions, useOptimizationClient } from 'react-prompt-optimization'
import { Job } from '../Job'

// On an error, falls back to the polling card, which shows the error and retries.
const JobErrorBoundary = catchError<JobReference>(Job)

/** A job whose first response is streamed from the server. */
export function StreamedJob(job: JobReference) {
  return (
    <JobErrorBoundary {...job}>
      <Suspense fallback={<Job {...job} />}>
        <SuspendedJob {...job} />
      </Suspense>
    </JobErrorBoundary>
  )
}

function SuspendedJob(job: JobReference) {
  useSuspenseQuery(optimizationJobOptions(useOptimizationClient(), job))
  return <Job {...job} />
}
