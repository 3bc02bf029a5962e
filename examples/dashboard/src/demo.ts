/** The project of the simulator, and valid values to start a job. */
export const demo = {
  projectId: '5f0c9a1e-3b7d-4c2a-9e61-8d4f2b7a1c30',
  promptTemplateId: 'a3f1c2d4-0001-4a1b-8c2d-000000000001',
  startValues: {
    promptTemplateVersionId: 'c41d7e02-96ab-4f58-b3d9-07e5a2c8f614',
    datasetId: '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684',
  },
}
