'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { catchError } from 'next/error'
import { Suspense } from 'react'
import { type JobReference, optimizationJobOptions, useOptimizationClient } from 'react-prompt-optimization'
import { Job } from '../Job'

// The live card takes over from what failed: it says so, and goes on asking.
const OrLiveJob = catchError<JobReference>(Job)

/** A job whose first answer is streamed from the server. */
export function StreamedJob(job: JobReference) {
  return (
    <OrLiveJob {...job}>
      <Suspense fallback={<Job {...job} />}>
        <AnsweredJob {...job} />
      </Suspense>
    </OrLiveJob>
  )
}

function AnsweredJob(job: JobReference) {
  useSuspenseQuery(optimizationJobOptions(useOptimizationClient(), job))
  return <Job {...job} />
}
