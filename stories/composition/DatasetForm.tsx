import { StartJobFormParts, useStartOptimizationJob } from 'react-prompt-optimization'

interface DatasetFormProps {
  projectId: string
  /** The version to improve: it has no field. */
  promptTemplateVersionId: string
  datasets: readonly { id: string; name: string }[]
}

/** A form to choose a dataset. */
export function DatasetForm({ projectId, promptTemplateVersionId, datasets }: DatasetFormProps) {
  const mutation = useStartOptimizationJob({ projectId })
  return (
    <StartJobFormParts.Root
      mutation={mutation}
      labels={{ datasetId: 'Dataset', startJob: 'Improve prompt' }}
      defaultValues={{ promptTemplateVersionId, useCustomerFeedback: false }}
    >
      <StartJobFormParts.IdField
        name="datasetId"
        control={
          <select>
            <option value="">Choose…</option>
            {datasets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        }
      />
      <StartJobFormParts.Option name="runTestAfterOptimization" />
      <StartJobFormParts.Error />
      <StartJobFormParts.Submit />
    </StartJobFormParts.Root>
  )
}
