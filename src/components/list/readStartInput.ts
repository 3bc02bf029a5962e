import type { StartOptimizationJobInput } from '../../core/job.js'

/** Reads the values of the form's fields. A field that the form lacks has its default value. */
export function readStartInput(
  form: HTMLFormElement,
  defaultValues: Partial<StartOptimizationJobInput>,
): StartOptimizationJobInput {
  const data = new FormData(form)
  const text = (name: 'promptTemplateVersionId' | 'datasetId' | 'userInstructions') =>
    form.elements.namedItem(name) ? String(data.get(name) ?? '').trim() : (defaultValues[name] ?? '')
  // An unchecked checkbox is missing in the form data.
  const flag = (
    name: 'useBestPractices' | 'useLabels' | 'useCustomerFeedback' | 'runTestAfterOptimization',
  ) => (form.elements.namedItem(name) ? data.has(name) : defaultValues[name])
  return {
    promptTemplateVersionId: text('promptTemplateVersionId'),
    datasetId: text('datasetId'),
    userInstructions: text('userInstructions') || null,
    useBestPractices: flag('useBestPractices'),
    useLabels: flag('useLabels'),
    useCustomerFeedback: flag('useCustomerFeedback'),
    runTestAfterOptimization: flag('runTestAfterOptimization'),
  }
}
