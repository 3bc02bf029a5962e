'use client'

import { type KeyboardEvent, type ReactElement, useContext, useRef, useState } from 'react'
import type { OptimizationJob } from '../../core/job.js'
import { isTerminalPhase } from '../../core/phase.js'
import type { LocalizationProps } from '../../hooks/useLabels.js'
import { useOptimizationJobInput } from '../../hooks/useOptimizationJobInput.js'
import { useStartOptimizationJob } from '../../hooks/useStartOptimizationJob.js'
import { JobStatusContext, nameControl } from '../card/JobStatusContext.js'
import { JobStarted } from '../list/JobStarted.js'
import type { StartJobFormProps } from '../list/StartJobForm.js'
import { StartJobFormError } from '../list/StartJobFormError.js'
import { StartJobFormInstructions } from '../list/StartJobFormFields.js'
import { StartJobFormOptions } from '../list/StartJobFormOptions.js'
import { StartJobFormRoot } from '../list/StartJobFormRoot.js'
import { StartJobFormSubmit } from '../list/StartJobFormSubmit.js'
import { consumeEscape } from '../shared/consumeEscape.js'
import { PromptFields } from './PromptFields.js'
import { type PromptFieldLabels, usePromptLabels } from './usePromptLabels.js'

/** Props of {@link RunAgain}. */
export interface RunAgainProps extends LocalizationProps, Pick<StartJobFormProps, 'projectId' | 'onStarted'> {
  /** The job that is started again. @default that of the card in which it is */
  job?: OptimizationJob | null | undefined
}

/**
 * A button that opens a form to start a job that is over again, filled with what is known of it: everything for a job that was started
 * with this query client; otherwise the prompt and its version, and it says that the rest is not known. Nothing is sent before the
 * form is submitted. It renders nothing for a job that is not over.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * return <JobStatusCard state={state} actions={<RunAgain projectId={projectId} />} />
 */
export function RunAgain(props: RunAgainProps): ReactElement | null {
  const card = useContext(JobStatusContext)
  const { labels } = usePromptLabels(props)
  const job = props.job ?? card?.state.job
  if (!job || !isTerminalPhase(job.phase)) return null
  return <Repetition key={`${props.projectId} ${job.jobId}`} {...props} job={job} allLabels={labels} />
}

interface RepetitionProps extends RunAgainProps {
  job: OptimizationJob
  allLabels: PromptFieldLabels
}

function Repetition({ projectId, onStarted, job, labels, locale, allLabels }: RepetitionProps) {
  const card = useContext(JobStatusContext)
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const form = useRef<HTMLDivElement>(null)
  const input = useOptimizationJobInput({ projectId, jobId: job.jobId })
  // The form unmounts: return the focus to its trigger.
  const close = () => {
    setIsOpen(false)
    button.current?.focus()
  }
  const { mutateAsync, isPending, error, data, reset } = useStartOptimizationJob({
    projectId,
    onSuccess: (started, startInput) => {
      // The focus may be elsewhere by now.
      if (form.current?.matches(':focus-within')) close()
      else setIsOpen(false)
      onStarted?.(started, startInput)
    },
  })
  const closeOnEscape = (event: KeyboardEvent) => {
    if (isOpen && !isPending && consumeEscape(event)) close()
  }
  return (
    <>
      <button
        {...(card && nameControl(card, 'again'))}
        ref={button}
        type="button"
        className="rpo-button"
        aria-expanded={isOpen}
        onKeyDown={closeOnEscape}
        onClick={() => {
          if (isPending) return
          reset()
          setIsOpen(!isOpen)
        }}
      >
        {allLabels.runAgain}
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it handles the keys of its descendants
        <div ref={form} className="rpo-run-again" onKeyDown={closeOnEscape}>
          {!input && <div className="rpo-note">{allLabels.inputUnknown}</div>}
          <StartJobFormRoot
            // Opening this form says that the same is to be started again, so it does not ask.
            mutation={{ mutateAsync, isPending, error }}
            defaultValues={
              input ?? {
                promptTemplateVersionId: job.originalVersionId,
                runTestAfterOptimization: job.runTestAfterOptimization,
              }
            }
            labels={labels}
            locale={locale}
          >
            <PromptFields
              projectId={projectId}
              defaultPromptTemplateId={job.promptTemplateId}
              labels={labels}
              locale={locale}
            />
            <StartJobFormInstructions />
            <StartJobFormOptions />
            <StartJobFormSubmit />
            <StartJobFormError />
          </StartJobFormRoot>
        </div>
      )}
      <div className="rpo-form-status rpo-confirm" role="status">
        {data && <JobStarted jobId={data.jobId} labels={allLabels} />}
      </div>
    </>
  )
}
