// Bundle size for an app: minified, gzipped, in kilobytes of 1,000 bytes. `npm run size` prints it.
const hook = 'OptimizationProvider, useOptimizationJob'
const peers = ['react', '@tanstack/react-query', 'zod']

export default [
  {
    name: 'hook, without react, react-query and zod',
    path: 'dist/index.js',
    import: `{ ${hook} }`,
    limit: '5.6 kB',
  },
  {
    name: 'hook and card, without them',
    path: 'dist/index.js',
    import: `{ JobStatusCard, ${hook} }`,
    limit: '15.4 kB',
  },
  {
    name: 'hook, card and client, without them',
    path: ['dist/index.js', 'dist/api.js'],
    import: { 'dist/index.js': `{ JobStatusCard, ${hook} }`, 'dist/api.js': '{ createOptimizationClient }' },
    limit: '20.7 kB',
  },
  { name: 'all of the main entry, without them', path: 'dist/index.js', import: '*', limit: '27.2 kB' },
  {
    name: 'hook, card and client, with react-query and zod',
    path: ['dist/index.js', 'dist/api.js', 'node_modules/@tanstack/react-query/build/modern/index.js'],
    import: {
      'dist/index.js': `{ JobStatusCard, ${hook} }`,
      'dist/api.js': '{ createOptimizationClient }',
      'node_modules/@tanstack/react-query/build/modern/index.js': '{ QueryClient, QueryClientProvider }',
    },
    // size-limit excludes every peer dependency by default.
    modifyEsbuildConfig: (config) => ({ ...config, external: ['react'] }),
    limit: '35.9 kB',
  },
  { name: 'TestResults, without them', path: 'dist/outcome.js', import: '{ TestResults }', limit: '4.7 kB' },
  {
    name: 'PromptDiff, without them, with diff',
    path: 'dist/diff.js',
    import: '{ PromptDiff }',
    modifyEsbuildConfig: (config) => ({ ...config, external: peers }),
    limit: '10.9 kB',
  },
  {
    name: 'hook, card and JobOutcome, without them, with diff',
    path: ['dist/index.js', 'dist/diff.js'],
    import: { 'dist/index.js': `{ JobStatusCard, ${hook} }`, 'dist/diff.js': '{ JobOutcome }' },
    modifyEsbuildConfig: (config) => ({ ...config, external: peers }),
    limit: '28.3 kB',
  },
  { name: 'styles.css', path: 'dist/styles.css', limit: '5.25 kB' },
  { name: 'outcome.css', path: 'dist/outcomeStyles.css', limit: '2.25 kB' },
].map((entry) => ({ ignore: peers, gzip: true, ...entry }))
