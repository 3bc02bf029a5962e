'use client'

import { forwardRef, isValidElement, useId } from 'react'
import { type RenderProps, renderElement } from '../shared/renderElement.js'
import {
  type StartJobFormPartProps,
  type StartJobFormState,
  useStartJobFormContext,
} from './StartJobFormContext.js'

/** Props of {@link StartJobFormIdField}, in addition to those of a `div`. */
export interface StartJobFormIdFieldProps extends StartJobFormPartProps<'div'> {
  /** The name of the field. */
  name: 'promptTemplateVersionId' | 'datasetId'
  /** Replaces the text field, like `render`: for example a `select` of the project's datasets. @default an `input` */
  control?: RenderProps<StartJobFormState>['render']
}

/** A required ID with its label, and the error of an invalid one. Sets `data-invalid`. */
export const StartJobFormIdField = /* @__PURE__ */ forwardRef<HTMLDivElement, StartJobFormIdFieldProps>(
  function StartJobFormIdField({ name, control, ...props }, ref) {
    const { state, labels, defaultValues, fieldErrors } = useStartJobFormContext('IdField')
    const ownId = useId()
    const id = getElementId(control) ?? ownId
    const errorKey = fieldErrors.get(name)
    const errorId = errorKey && `${id}error`
    const input = {
      id,
      className: 'rpo-input',
      name,
      defaultValue: defaultValues[name],
      autoComplete: 'off',
      spellCheck: false,
      required: true,
      'aria-invalid': errorKey !== undefined,
      'aria-describedby': errorId,
    }
    return renderElement(
      'div',
      { className: 'rpo-field', 'data-invalid': errorKey && true },
      { ...props, ref },
      state,
      <label className="rpo-field-label" htmlFor={id}>
        {labels[name === 'datasetId' ? name : 'promptVersionId']}
      </label>,
      renderElement('input', input, { render: control }, state),
      errorKey && (
        <div id={errorId} className="rpo-field-error">
          {labels[errorKey]}
        </div>
      ),
    )
  },
)

/** The optional instructions for the optimizer: a label with a text area. */
export const StartJobFormInstructions = /* @__PURE__ */ forwardRef<
  HTMLLabelElement,
  StartJobFormPartProps<'label'>
>(function StartJobFormInstructions(props, ref) {
  const { state, labels, defaultValues } = useStartJobFormContext('Instructions')
  return renderElement(
    'label',
    { className: 'rpo-field' },
    { ...props, ref },
    state,
    <span className="rpo-field-label">
      <span>{labels.instructions}</span>
      <span className="rpo-note">{` ${labels.optional}`}</span>
    </span>,
    <textarea
      className="rpo-input"
      name="userInstructions"
      rows={3}
      defaultValue={defaultValues.userInstructions ?? ''}
    />,
  )
})

/** The ID that the app gave its control, which the label must name. */
function getElementId(control: StartJobFormIdFieldProps['control']): string | undefined {
  return isValidElement<{ id?: string }>(control) ? control.props.id : undefined
}
