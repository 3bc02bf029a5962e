'use client'

import { forwardRef, type ReactNode } from 'react'
import { renderElement } from '../shared/renderElement.js'
import { OPTION_LABEL_KEYS, OPTION_NAMES, type OptionName } from './optionLabelKeys.js'
import { type StartJobFormPartProps, useStartJobFormContext } from './StartJobFormContext.js'

/** Props of {@link StartJobFormOptions}, in addition to those of a `fieldset`. */
export interface StartJobFormOptionsProps extends StartJobFormPartProps<'fieldset'> {
  /** The options. @default all of them */
  children?: ReactNode
}

/** Props of {@link StartJobFormOption}, in addition to those of a `label`. */
export interface StartJobFormOptionProps extends StartJobFormPartProps<'label'> {
  /** The option: `useBestPractices`, `useLabels`, `useCustomerFeedback` or `runTestAfterOptimization`. */
  name: OptionName
}

/** An option: a label with a checkbox. */
export const StartJobFormOption = /* @__PURE__ */ forwardRef<HTMLLabelElement, StartJobFormOptionProps>(
  function StartJobFormOption({ name, ...props }, ref) {
    const { state, labels, defaultValues } = useStartJobFormContext('Option')
    return renderElement(
      'label',
      { className: 'rpo-option' },
      { ...props, ref },
      state,
      <input type="checkbox" name={name} defaultChecked={defaultValues[name] ?? true} />,
      <span>{labels[OPTION_LABEL_KEYS[name]]}</span>,
    )
  },
)

/** The group of the options. */
export const StartJobFormOptions = /* @__PURE__ */ forwardRef<HTMLFieldSetElement, StartJobFormOptionsProps>(
  function StartJobFormOptions({ children = OPTIONS, ...props }, ref) {
    const { state, labels } = useStartJobFormContext('Options')
    return renderElement(
      'fieldset',
      { className: 'rpo-options' },
      { ...props, ref },
      state,
      <legend className="rpo-field-label">{labels.options}</legend>,
      children,
    )
  },
)

const OPTIONS = OPTION_NAMES.map((name) => <StartJobFormOption key={name} name={name} />)
