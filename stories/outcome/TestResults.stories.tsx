import type { Meta, StoryObj } from '@storybook/react-vite'
import { TestResults } from 'react-prompt-optimization/outcome'
import { expect, within } from 'storybook/test'
import { bothRuns, buildCriterion, buildTestRun } from './testRuns.js'

const meta = {
  title: 'TestResults',
  component: TestResults,
  args: bothRuns,
  parameters: { cardWidth: 560 },
} satisfies Meta<typeof TestResults>
export default meta
type Story = StoryObj<typeof meta>

const getRows = (canvasElement: HTMLElement) =>
  within(canvasElement)
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell').at(-1)?.textContent)

/** The figures of both versions, and what is better. */
export const BothRuns: Story = {
  name: 'Both runs',
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByText('2 of 4 criteria better, 1 worse')).toBeVisible()
    await expect(getRows(canvasElement)).toEqual([
      '0 pts same',
      '+17 pts better',
      '−4 pts worse',
      '+100 pts better',
    ])
  },
}

/** The test run of the version before is not known. */
export const OneRun: Story = {
  name: 'One run',
  args: { baseline: null },
  async play({ canvas }) {
    await expect(canvas.getByText('Version v13')).toBeVisible()
    await expect(canvas.queryByRole('columnheader', { name: 'Change' })).toBeNull()
  },
}

/** A criterion of only one test run has no change. */
export const DifferentCriteria: Story = {
  name: 'Different criteria',
  args: {
    testRun: buildTestRun([
      buildCriterion('Accuracy', { passed: 22, failed: 2 }),
      buildCriterion('Valid JSON', { evaluation: 'client', passed: 24, failed: 0 }),
    ]),
    baseline: buildTestRun(
      [
        buildCriterion('Accuracy', { passed: 18, failed: 6 }),
        buildCriterion('Politeness', { evaluation: 'human', passed: 12, failed: 12 }),
      ],
      { promptVersion: 'v12' },
    ),
  },
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByText('1 of 1 criteria better, 0 worse')).toBeVisible()
    await expect(getRows(canvasElement)).toEqual(['+17 pts better', 'no figures', 'no figures'])
  },
}

/** Whether a higher score is better depends on its scale, so it is neither green nor red. */
export const ScoresOnly: Story = {
  name: 'Scores only',
  args: {
    testRun: buildTestRun([
      buildCriterion('Helpfulness', { averageScore: 4.25 }),
      buildCriterion('Reading level', { averageScore: 6.1 }),
      buildCriterion('Length', { averageScore: 3 }),
    ]),
    baseline: buildTestRun(
      [
        buildCriterion('Helpfulness', { averageScore: 3.9 }),
        buildCriterion('Reading level', { averageScore: 9.8 }),
        buildCriterion('Length', { averageScore: 3 }),
      ],
      { promptVersion: 'v12' },
    ),
  },
  async play({ canvasElement }) {
    await expect(getRows(canvasElement)).toEqual(['+0.35 higher', '−3.7 lower', '0 same'])
  },
}

/** There are no figures before the end of the test. */
export const InProgress: Story = {
  name: 'In progress',
  args: { testRun: buildTestRun([]), baseline: null, status: 'in-progress' },
  async play({ canvas }) {
    await expect(canvas.getByText('The test is running.')).toBeVisible()
  },
}

/** The test failed; the figures of the version before are known. */
export const Failed: Story = {
  args: { testRun: buildTestRun([]), status: 'failed' },
  async play({ canvas }) {
    await expect(canvas.getByText('The test failed.')).toBeVisible()
  },
}

/** The prompt has no evaluation criteria. */
export const NoCriteria: Story = {
  name: 'No criteria',
  args: { testRun: buildTestRun([]), baseline: null, status: 'complete' },
  async play({ canvas }) {
    await expect(canvas.getByText('No evaluation criteria, so there are no figures.')).toBeVisible()
  },
}

/** It is not known whether the test is over, nor whether there will be figures. */
export const UnknownStatus: Story = {
  name: 'Unknown status',
  args: { testRun: buildTestRun([]), baseline: null },
  async play({ canvas }) {
    await expect(canvas.getByText(/^No figures yet/)).toBeVisible()
  },
}

const oddShapes = {
  testRun: buildTestRun(
    [
      buildCriterion('Tone', { evaluation: 'human' }),
      buildCriterion('Brevity', { averageScore: 3.9 }),
      buildCriterion('Passed only', { passed: 19 }),
      buildCriterion('Nothing evaluated', { passed: 0, failed: 0 }),
      buildCriterion('Millions', { passed: 1_234_567, failed: 7_654_321, averageScore: 123_456.789 }),
      buildCriterion('<b>Says what the_customer_has_to_do_next_and_by_when, without any jargon</b>', {
        evaluation: 'client',
        passed: 1,
        failed: 2,
      }),
    ],
    {
      promptVersion: 'support-reply/2026-01-15T09:33:12Z/refunds-and-returns',
      modelName: 'accounts/example/models/a-model-with-a-long-name-instruct-20250929',
      sessionsCount: null,
    },
  ),
  baseline: buildTestRun(
    [
      buildCriterion('Tone', { evaluation: 'human' }),
      buildCriterion('Brevity', { passed: 19, failed: 5 }),
      buildCriterion('Millions', { passed: 1_234_566, failed: 7_654_322 }),
    ],
    { promptVersion: null },
  ),
}

/** Figures that are left out, are zero or have many digits, and long names. */
export const OddShapes: Story = {
  name: 'Odd shapes',
  args: oddShapes,
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByText('Before')).toBeVisible()
    await expect(canvasElement.querySelector('table b')).toBeNull()
    const results = canvasElement.querySelector('.rpo-results')
    await expect(results?.scrollWidth).toBe(results?.clientWidth)
  },
}

/** The same figures at the minimum supported width. */
export const OddShapesNarrow: Story = {
  ...OddShapes,
  name: 'Odd shapes, narrow',
  parameters: { cardWidth: 240 },
}

/** The minimum supported width: the name of a criterion stands above its figures. */
export const Narrow: Story = {
  parameters: { cardWidth: 240 },
  async play({ canvas, canvasElement }) {
    const results = canvasElement.querySelector('.rpo-results')
    await expect(results?.scrollWidth).toBe(results?.clientWidth)
    // `display` doesn't remove the roles.
    await expect(canvas.getAllByRole('columnheader')).toHaveLength(4)
  },
}

/** One test run at the minimum supported width. */
export const NarrowOneRun: Story = {
  name: 'Narrow, one run',
  args: { baseline: null },
  parameters: { cardWidth: 240 },
}

/** The width of a page, with bars. */
export const Wide: Story = {
  parameters: { cardWidth: 1000 },
  async play({ canvasElement }) {
    await expect(canvasElement.querySelector('.rpo-pass-bar')).toBeVisible()
  },
}

/** Right to left: bars grow from the right. */
export const Arabic: Story = {
  globals: { locale: 'ar', direction: 'rtl' },
  parameters: { cardWidth: 1000 },
}

/** Right to left at the minimum supported width. */
export const ArabicNarrow: Story = {
  name: 'Arabic, narrow',
  globals: { locale: 'ar', direction: 'rtl' },
  parameters: { cardWidth: 240 },
}

/** The labels in German, of which some are long, at the minimum supported width. */
export const GermanNarrow: Story = {
  name: 'German, narrow',
  globals: { locale: 'de', direction: 'ltr' },
  parameters: { cardWidth: 240 },
}
