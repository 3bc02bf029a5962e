'use client'

import { type ReactElement, type ReactNode, useContext } from 'react'
import { useDatasets } from '../../hooks/useCatalog.js'
import type { LocalizationProps } from '../../hooks/useLabels.js'
import { useOptimizationJobInput } from '../../hooks/useOptimizationJobInput.js'
import { JobStatusContext } from '../card/JobStatusContext.js'
import { OPTION_LABEL_KEYS, OPTION_NAMES } from '../list/optionLabelKeys.js'
import { usePromptLabels } from './usePromptLabels.js'

/** Props of {@link JobInputs}. */
export interface JobInputsProps extends LocalizationProps {
  /** The ID of the project. */
  projectId: string
  /** The ID of the job. @default that of the card in which it is */
  jobId?: string | undefined
}

/**
 * What a job was started with: its dataset, instructions and options. It renders nothing for a job that was not started with this
 * query client, because the service does not report them.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * return <JobStatusCard state={state} details={<JobInputs projectId={projectId} />} />
 */
export function JobInputs({ projectId, ...props }: JobInputsProps): ReactElement | null {
  const card = useContext(JobStatusContext)
  const jobId = props.jobId ?? card?.state.job?.jobId ?? ''
  const { labels } = usePromptLabels(props)
  const input = useOptimizationJobInput({ projectId, jobId })
  const datasets = useDatasets({ projectId, enabled: input !== null })
  if (!input) return null
  const dataset = datasets.items.find(({ datasetId }) => datasetId === input.datasetId)
  const getOptions = (isOn: boolean) =>
    OPTION_NAMES.filter((name) => input[name] === isOn).map((name) => (
      <li key={name}>{labels[OPTION_LABEL_KEYS[name]]}</li>
    ))
  return (
    <dl className="rpo-job-inputs">
      <Entry name={labels.dataset}>{dataset?.name ?? input.datasetId}</Entry>
      <Entry name={labels.instructions}>{input.userInstructions ?? labels.noInstructions}</Entry>
      <Options name={labels.options}>{getOptions(true)}</Options>
      <Options name={labels.optionsOff}>{getOptions(false)}</Options>
    </dl>
  )
}

function Entry({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="rpo-entry">
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  )
}

function Options({ name, children }: { name: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <div className="rpo-entry">
      <dt>{name}</dt>
      <dd>
        <ul>{children}</ul>
      </dd>
    </div>
  )
}
