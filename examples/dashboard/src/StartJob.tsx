import { type StartedOptimizationJob, StartJobForm } from 'react-prompt-optimization'
import { PromptFields } from 'react-prompt-optimization/prompts'
import { demo } from './demo.js'
import { isSimulated } from './isSimulated.js'

interface StartJobProps {
  projectId: string
  onStarted: (job: StartedOptimizationJob) => void
}

export function StartJob({ projectId, onStarted }: StartJobProps) {
  return (
    <section className="start panel" aria-labelledby="start-title">
      <h2 id="start-title">Start a job</h2>
      {isSimulated && (
        <p className="muted" id="start-hint">
          This is a simulation. To make a job fail or cancel it, type “fail” or “cancel” in the instructions.
        </p>
      )}
      <StartJobForm
        projectId={projectId}
        defaultValues={isSimulated ? demo.startValues : undefined}
        fields={
          <PromptFields
            projectId={projectId}
            defaultPromptTemplateId={isSimulated ? demo.promptTemplateId : undefined}
          />
        }
        onStarted={onStarted}
        aria-describedby={isSimulated ? 'start-hint' : undefined}
      />
    </section>
  )
}
