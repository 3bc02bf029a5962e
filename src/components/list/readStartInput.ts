import type { StartOptimizationJobInput } from '../../core/job.js'

/** Reads the values of the form's fields. A field that is missing or disabled has its default value. */
export function readStartInput(
  form: HTMLFormElement,
  defaultValues: Partial<StartOptimizationJobInput>,
): StartOptimizationJobInput {
  const data = new FormData(form)
  const text = (name: 'promptTemplateVersionId' | 'datasetId' | 'userInstructions') =>
    findField(form, name) ? String(data.get(name) ?? '').trim() : (defaultValues[name] ?? '')
  // An unchecked checkbox is missing in the form data; another field, such as a select, has the value "false".
  const flag = (
    name: 'useBestPractices' | 'useLabels' | 'useCustomerFeedback' | 'runTestAfterOptimization',
  ) => (findField(form, name) ? data.has(name) && data.get(name) !== 'false' : defaultValues[name])
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

/** Null also for a disabled field, which a browser does not submit. */
export function findField(form: HTMLFormElement, name: string): Element | RadioNodeList | null {
  const field = form.elements.namedItem(name)
  return field instanceof Element && field.matches(':disabled') ? null : field
}
