'use client'

import { type KeyboardEvent, type ReactElement, useContext, useId, useRef, useState } from 'react'
import type { OptimizationJob } from '../../core/job.js'
import { isCertainError } from '../../core/OptimizationError.js'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import { useDeployPromptVersion } from '../../hooks/useDeployPromptVersion.js'
import type { LocalizationProps } from '../../hooks/useLabels.js'
import { usePromptVersion } from '../../hooks/usePromptVersion.js'
import { JobStatusContext, nameControl } from '../card/JobStatusContext.js'
import { describeError } from '../outcome/describeError.js'
import { Confirmation } from '../shared/Confirmation.js'
import { consumeEscape } from '../shared/consumeEscape.js'
import { renderServiceMessage } from '../shared/renderServiceMessage.js'
import { EnvironmentField } from './EnvironmentField.js'
import { type PromptFieldLabels, usePromptLabels } from './usePromptLabels.js'

/** Props of {@link DeployVersion}. */
export interface DeployVersionProps extends LocalizationProps {
  /** The ID of the project. */
  projectId: string
  /** The job whose new version is deployed. @default that of the card in which it is */
  job?: OptimizationJob | null | undefined
  /** The names of the environments to choose from. @default those of the account, which are fetched when it is opened */
  environments?: readonly string[] | undefined
}

/**
 * A button that deploys the new version of a completed job to an environment, after a confirmation. It is sent once and never
 * repeated. It renders nothing for a job without a new version.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * return <JobStatusCard state={state} actions={<DeployVersion projectId={projectId} />} />
 */
export function DeployVersion(props: DeployVersionProps): ReactElement | null {
  const card = useContext(JobStatusContext)
  const { labels } = usePromptLabels({ labels: props.labels, locale: props.locale })
  const job = props.job ?? card?.state.job
  const versionId = job?.phase === 'completed' ? job.optimizedVersionId : null
  if (!job || !versionId || versionId === job.originalVersionId) return null
  return <Deployment key={versionId} {...props} job={job} versionId={versionId} labels={labels} />
}

interface DeploymentProps extends Pick<DeployVersionProps, 'projectId' | 'environments'> {
  job: OptimizationJob
  versionId: string
  labels: PromptFieldLabels
}

function Deployment({ projectId, environments, job, versionId, labels }: DeploymentProps) {
  const { promptTemplateId } = job
  const card = useContext(JobStatusContext)
  const { announcer } = useOptimizationContext()
  const [isOpen, setIsOpen] = useState(false)
  const [environment, setEnvironment] = useState('')
  const [deployedTo, setDeployedTo] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const questionId = useId()
  const version = usePromptVersion({ projectId, promptTemplateId, versionId }, isOpen || deployedTo !== '')
  const { mutate, isPending, error, reset } = useDeployPromptVersion({
    projectId,
    onSuccess: (_, { environments: [deployed = ''] }) => {
      setDeployedTo(deployed)
      announcer?.announce(`deploy ${versionId}`, null, labels.deployed(name, deployed))
    },
  })
  const name = [version?.promptName, version?.versionName].filter(Boolean).join(' ') || versionId.slice(0, 8)

  // The confirmation unmounts: return the focus to its trigger.
  const close = () => {
    setIsOpen(false)
    button.current?.focus()
  }
  const closeOnEscape = (event: KeyboardEvent) => {
    if (isOpen && consumeEscape(event)) close()
  }
  const deploy = () => {
    close()
    setDeployedTo('')
    mutate({ promptTemplateId, versionId, environments: [environment] })
  }
  return (
    <>
      <button
        {...(card && nameControl(card, 'deploy'))}
        ref={button}
        type="button"
        className="rpo-button"
        aria-expanded={isPending ? undefined : isOpen}
        aria-disabled={isPending}
        onKeyDown={closeOnEscape}
        onClick={() => {
          if (isPending) return
          reset()
          setIsOpen(!isOpen)
        }}
      >
        {isPending ? labels.deploying : labels.deploy}
      </button>
      {isOpen && (
        <Confirmation aria-labelledby={questionId} onKeyDown={closeOnEscape}>
          <div id={questionId}>{labels.deployQuestion(name, environment)}</div>
          <EnvironmentField
            environments={environments}
            value={environment}
            onChange={setEnvironment}
            labels={labels}
          />
          <button
            type="button"
            className="rpo-button"
            aria-disabled={environment === ''}
            onClick={() => environment !== '' && deploy()}
          >
            {labels.deployConfirm(environment)}
          </button>
          <button type="button" className="rpo-button" onClick={close}>
            {labels.deployDismiss}
          </button>
        </Confirmation>
      )}
      {deployedTo && <div className="rpo-confirm">{labels.deployed(name, deployedTo)}</div>}
      {error && (
        <div className="rpo-confirm" role="alert" data-danger>
          {/* The cause comes first. */}
          {renderServiceMessage(error)}
          <div>{`${describeError(error, labels.versionNotFound, labels)} ${isCertainError(error) ? labels.deployFailed : labels.mayHaveDeployed}`}</div>
        </div>
      )}
    </>
  )
}
