'use client'

import { type KeyboardEvent, type ReactNode, useContext, useId, useState } from 'react'
import type { CatalogState } from '../../hooks/useCatalog.js'
import { StartJobFormContext } from '../list/StartJobFormContext.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { renderServiceMessage } from '../shared/renderServiceMessage.js'
import { useAllPages } from './useAllPages.js'
import type { PromptFieldLabels } from './usePromptLabels.js'

interface ChoiceFieldProps<Item> {
  label: string
  state: CatalogState<Item>
  getId: (item: Item) => string
  getName: (item: Item) => string
  value: string
  onChange: (id: string) => void
  /** The name of the field that is submitted. @default the field is not submitted */
  name?: string
  /** Where there are no items. */
  emptyText: string
  labels: PromptFieldLabels
  /** What describes the choice, also for screen readers: short, and without controls. */
  description?: ReactNode
  /** What is shown below the description. */
  children?: ReactNode
}

// With more options, typing a part of a name is faster than looking through them.
const SEARCH_FROM = 20

/**
 * A native `select`, which the platform makes work by keyboard, touch and screen reader, and above it, where there are many options,
 * a field that filters them.
 */
export function ChoiceField<Item>(props: ChoiceFieldProps<Item>) {
  const { label, state, getId, getName, value, onChange, name, emptyText, labels, description, children } =
    props
  const form = useContext(StartJobFormContext)
  const id = useId()
  const [search, setSearch] = useState('')
  useAllPages(state)
  const { kind, items, error } = state
  const errorKey = name === undefined ? undefined : form?.fieldErrors.get(name)
  // Without its field, a search could not be cleared.
  const query = items.length > SEARCH_FROM ? search.trim().toLowerCase() : ''
  const isMatch = (item: Item) => getName(item).toLowerCase().includes(query)
  const options = items.filter((item) => isMatch(item) || getId(item) === value)
  const isEmpty = kind === 'ready' && items.length === 0 && !state.hasMore
  return (
    <div className="rpo-field" data-invalid={errorKey && true}>
      <label className="rpo-field-label" htmlFor={id}>
        {label}
      </label>
      {items.length > SEARCH_FROM && (
        <input
          type="search"
          className="rpo-input"
          aria-label={labels.search(label)}
          placeholder={labels.search(label)}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={preventSubmit}
        />
      )}
      <select
        id={id}
        className="rpo-input"
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        required
        aria-invalid={errorKey !== undefined}
        aria-describedby={errorKey ? `${id}error ${id}description` : `${id}description`}
      >
        <option value="">{kind === 'loading' ? labels.loadingOptions : labels.choose}</option>
        {value && !items.some((item) => getId(item) === value) && (
          <option value={value}>{kind === 'loading' || state.hasMore ? labels.loadingOptions : value}</option>
        )}
        {options.map((item) => (
          <option key={getId(item)} value={getId(item)}>
            {getName(item)}
          </option>
        ))}
      </select>
      {errorKey && (
        <div id={`${id}error`} className="rpo-field-error">
          {labels[errorKey]}
        </div>
      )}
      <div id={`${id}description`} className="rpo-choice-description">
        {isEmpty && <div className="rpo-note">{emptyText}</div>}
        {query && !items.some(isMatch) && <div className="rpo-note">{labels.noMatches}</div>}
        {description}
      </div>
      {error && kind === 'ready' && (
        <div>
          <span>{labels.optionsIncomplete}</span>{' '}
          <RefetchButton className="rpo-text-button" refetch={async () => state.loadMore()} labels={labels}>
            {labels.retry}
          </RefetchButton>
          {renderServiceMessage(error)}
        </div>
      )}
      {children}
    </div>
  )
}

function preventSubmit(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault()
}
