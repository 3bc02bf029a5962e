'use client'

import { useId } from 'react'
import { useEnvironments } from '../../hooks/useCatalog.js'
import { ChoiceField } from './ChoiceField.js'
import type { PromptFieldLabels } from './usePromptLabels.js'

interface EnvironmentFieldProps {
  /** The names to choose from. @default those of the account */
  environments: readonly string[] | undefined
  value: string
  onChange: (name: string) => void
  labels: PromptFieldLabels
}

/** Chooses an environment by name. Where the names can't be fetched, one can be entered. */
export function EnvironmentField({ environments, value, onChange, labels }: EnvironmentFieldProps) {
  const id = useId()
  const fetched = useEnvironments({ enabled: !environments })
  const items = environments ?? fetched.items.map(({ name }) => name)
  if (!environments && fetched.kind === 'error') {
    return (
      <div className="rpo-field">
        <label className="rpo-field-label" htmlFor={id}>
          {labels.environment}
        </label>
        <input
          id={id}
          className="rpo-input"
          value={value}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value.trim())}
          aria-describedby={`${id}error`}
        />
        <div id={`${id}error`} className="rpo-note">
          {labels.environmentsFailed}
        </div>
      </div>
    )
  }
  const state = environments
    ? { ...fetched, kind: 'ready' as const, error: null, hasMore: false, items }
    : { ...fetched, items }
  return (
    <ChoiceField<string>
      label={labels.environment}
      state={state}
      getId={(name) => name}
      getName={(name) => name}
      value={value}
      onChange={onChange}
      emptyText={labels.noEnvironments}
      labels={labels}
    />
  )
}
