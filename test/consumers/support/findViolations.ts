import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'

/** The elements of a page that break rules of axe, each with the rule and the reason. Without rules, all rules. */
export async function findViolations(page: Page, rules?: string[]): Promise<string[]> {
  const path = createRequire(import.meta.url).resolve('axe-core')
  await page.evaluate(await readFile(path, 'utf8'))
  const results: AxeResults = await page.evaluate(
    `axe.run(${JSON.stringify(rules ? { runOnly: rules } : {})})`,
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}
