'use client'

import { type ReactElement, useContext, useState } from 'react'
import type { Dataset, PromptTemplate } from '../../core/catalog.js'
import type { PromptVersion } from '../../core/promptVersion.js'
import {
  type CatalogState,
  useDatasets,
  usePromptTemplates,
  usePromptVersions,
} from '../../hooks/useCatalog.js'
import type { LocalizationProps } from '../../hooks/useLabels.js'
import { StartJobFormContext } from '../list/StartJobFormContext.js'
import { StartJobFormIdField } from '../list/StartJobFormFields.js'
import { Collapsible } from '../outcome/Collapsible.js'
import { PromptMessages } from '../outcome/PromptMessages.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { renderServiceMessage } from '../shared/renderServiceMessage.js'
import { ChoiceField } from './ChoiceField.js'
import { compareInputs } from './compareInputs.js'
import { type PromptFieldLabels, usePromptLabels } from './usePromptLabels.js'

/** Props of {@link PromptFields}. */
export interface PromptFieldsProps extends LocalizationProps {
  /** The ID of the project. */
  projectId: string
  /** The ID of the prompt that is chosen at first. @default none */
  defaultPromptTemplateId?: string | undefined
  /** Whether the version is a field; without it, the form submits that of its `defaultValues`. @default true */
  hasVersion?: boolean | undefined
  /** Whether the dataset is a field; without it, the form submits that of its `defaultValues`. @default true */
  hasDataset?: boolean | undefined
}

/**
 * The fields of a `StartJobForm` that choose a version of a prompt and a dataset by name, with what they are. The latest version of a
 * prompt is chosen at first. Where the names can't be fetched, IDs can be entered.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * return <StartJobForm projectId={projectId} fields={<PromptFields projectId={projectId} />} />
 */
export function PromptFields(props: PromptFieldsProps): ReactElement {
  return <ProjectFields key={props.projectId} {...props} />
}

function ProjectFields(props: PromptFieldsProps) {
  const { projectId, defaultPromptTemplateId = '', hasVersion = true, hasDataset = true } = props
  const { labels, locale } = usePromptLabels(props)
  const defaultValues = useContext(StartJobFormContext)?.defaultValues
  const [promptTemplateId, setPromptTemplateId] = useState(defaultPromptTemplateId)
  const [versionId, setVersionId] = useState(defaultValues?.promptTemplateVersionId ?? '')
  const [datasetId, setDatasetId] = useState(defaultValues?.datasetId ?? '')
  const templates = usePromptTemplates({ projectId, enabled: hasVersion })
  const versions = usePromptVersions({ projectId, promptTemplateId, enabled: hasVersion })
  const datasets = useDatasets({ projectId, enabled: hasDataset })

  const choosePrompt = (id: string) => {
    setPromptTemplateId(id)
    setVersionId('')
  }
  const latestId = templates.items.find(
    (template) => template.promptTemplateId === promptTemplateId,
  )?.latestVersionId
  // A version that the app or the person has chosen is never replaced by another, also if it is not listed.
  const isSettled = [templates, versions].every(
    ({ kind, hasMore, error }) => kind !== 'loading' && (!hasMore || error),
  )
  const shownVersionId = versionId || getLatest(versions.items, latestId, isSettled)
  const version = versions.items.find((item) => item.versionId === shownVersionId)
  const dataset = datasets.items.find((item) => item.datasetId === datasetId)
  const versionsError = templates.kind === 'error' ? templates : versions.kind === 'error' ? versions : null
  return (
    <>
      {hasVersion && templates.kind !== 'error' && (
        <ChoiceField<PromptTemplate>
          label={labels.prompt}
          state={templates}
          getId={(template) => template.promptTemplateId}
          getName={(template) => template.name ?? template.promptTemplateId}
          value={promptTemplateId}
          onChange={choosePrompt}
          emptyText={labels.noPrompts}
          labels={labels}
        />
      )}
      {hasVersion &&
        (versionsError ? (
          <IdField
            // A version of another prompt must not stay.
            key={promptTemplateId}
            name="promptTemplateVersionId"
            value={versionId}
            text={labels.promptsFailed}
            state={versionsError}
            labels={labels}
          />
        ) : (
          <ChoiceField<PromptVersion>
            label={labels.version}
            state={versions}
            name="promptTemplateVersionId"
            getId={(item) => item.versionId ?? ''}
            getName={(item) => {
              const name = item.versionName ?? item.versionId ?? ''
              return item.versionId === latestId ? labels.latestVersion(name) : name
            }}
            value={shownVersionId}
            onChange={setVersionId}
            emptyText={labels.noVersions}
            labels={labels}
            description={version?.description && <div className="rpo-note">{version.description}</div>}
          >
            {version && (
              <div className="rpo-outcome">
                <Collapsible title={labels.showPrompt} line={null} defaultOpen={false}>
                  <PromptMessages version={version} labels={labels} locale={locale} />
                </Collapsible>
              </div>
            )}
          </ChoiceField>
        ))}
      {hasDataset &&
        (datasets.kind === 'error' ? (
          <IdField
            name="datasetId"
            value={datasetId}
            text={labels.datasetsFailed}
            state={datasets}
            labels={labels}
          />
        ) : (
          <ChoiceField<Dataset>
            label={labels.dataset}
            state={datasets}
            name="datasetId"
            getId={(item) => item.datasetId}
            getName={(item) => item.name ?? item.datasetId}
            value={datasetId}
            onChange={setDatasetId}
            emptyText={labels.noDatasets}
            labels={labels}
            description={
              dataset && <DatasetDescription dataset={dataset} version={version} labels={labels} />
            }
          />
        ))}
    </>
  )
}

/** The service lists versions in an order of its own, and the prompt says which is the latest. */
function getLatest(
  versions: readonly PromptVersion[],
  latestId: string | null | undefined,
  isSettled: boolean,
): string {
  const latest = versions.find(({ versionId }) => versionId === latestId)
  // Before everything is loaded, another one would be started.
  return (latest ?? (isSettled ? versions[0] : undefined))?.versionId ?? ''
}

interface IdFieldProps {
  name: 'promptTemplateVersionId' | 'datasetId'
  /** What was chosen before. */
  value: string
  text: string
  state: CatalogState<unknown>
  labels: PromptFieldLabels
}

/** A field for an ID, where names can't be fetched. */
function IdField({ name, value, text, state, labels }: IdFieldProps) {
  return (
    <>
      <div role="alert">
        <span>{text}</span>{' '}
        <RefetchButton className="rpo-text-button" refetch={state.refetch} labels={labels}>
          {labels.retry}
        </RefetchButton>
        {renderServiceMessage(state.error)}
      </div>
      <StartJobFormIdField name={name} control={<input defaultValue={value} />} />
    </>
  )
}

interface DatasetDescriptionProps {
  dataset: Dataset
  version: PromptVersion | undefined
  labels: PromptFieldLabels
}

/** What a dataset is, and whether it fits the prompt. */
function DatasetDescription({ dataset, version, labels }: DatasetDescriptionProps) {
  const { description, inputNames, mediaInputNames } = dataset
  const names = [...inputNames, ...mediaInputNames]
  const { missing, unused } = version ? compareInputs(version, dataset) : { missing: [], unused: [] }
  return (
    <>
      {description && <div className="rpo-note">{description}</div>}
      {names.length > 0 && <div className="rpo-note">{labels.inputs(names.join(', '))}</div>}
      {missing.length > 0 && (
        <div className="rpo-input-warning">
          {labels.missingInputs(missing.map((name) => `{{${name}}}`).join(', '))}
        </div>
      )}
      {unused.length > 0 && <div className="rpo-note">{labels.unusedInputs(unused.join(', '))}</div>}
    </>
  )
}
