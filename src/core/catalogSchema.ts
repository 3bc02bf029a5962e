import * as z from 'zod/v4/mini'
import type { Dataset, Environment, Page, PromptTemplate } from './catalog.js'
import { id } from './fields.js'
import { asArray, asObject, asText } from './looseFields.js'
import type { PromptVersion } from './promptVersion.js'
import { promptVersionSchema } from './promptVersionSchema.js'

const wire = z.looseObject({ id })
type Wire = z.output<typeof wire>

const asTexts = (value: unknown) => asArray(value).flatMap((item) => asText(item) ?? [])

export const promptTemplateSchema: z.ZodMiniType<PromptTemplate> = z.pipe(
  wire,
  z.transform((template: Wire) => ({
    promptTemplateId: template.id,
    name: asText(template.name),
    latestVersionId: asText(template.latest_template_version_id),
  })),
)

export const datasetSchema: z.ZodMiniType<Dataset> = z.pipe(
  wire,
  z.transform((dataset: Wire) => ({
    datasetId: dataset.id,
    name: asText(dataset.name),
    description: asText(dataset.description),
    inputNames: asTexts(dataset.input_names),
    mediaInputNames: asTexts(dataset.media_input_names),
    supportsHistory: typeof dataset.support_history === 'boolean' ? dataset.support_history : null,
  })),
)

const environmentSchema: z.ZodMiniType<Environment> = z.pipe(
  wire,
  z.transform((environment: Wire) => ({
    environmentId: environment.id,
    name: asText(environment.name) ?? environment.id,
  })),
)

const wirePage = z.looseObject({ data: z.array(z.unknown()) })

/** An item that can't be read is left out, so that it does not hide the others. */
function pageOf<Item>(item: z.ZodMiniType<Item>): z.ZodMiniType<Page<Item>> {
  return z.pipe(
    wirePage,
    z.transform(({ data, pagination }: z.output<typeof wirePage>) => ({
      items: data.flatMap((value) => {
        const result = item.safeParse(value)
        return result.success ? [result.data] : []
      }),
      hasNext: asObject(pagination).has_next === true,
    })),
  )
}

export const promptTemplatePageSchema: z.ZodMiniType<Page<PromptTemplate>> = pageOf(promptTemplateSchema)
export const promptVersionPageSchema: z.ZodMiniType<Page<PromptVersion>> = pageOf(promptVersionSchema)
export const datasetPageSchema: z.ZodMiniType<Page<Dataset>> = pageOf(datasetSchema)
export const environmentPageSchema: z.ZodMiniType<Page<Environment>> = pageOf(environmentSchema)
