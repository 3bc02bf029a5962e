import { fileURLToPath } from 'node:url'
import { transformAsync } from '@babel/core'
import type { Plugin } from 'vite'
import { mergeConfig } from 'vitest/config'
import config from '../../vite.config.js'

/** Compiles the source with React Compiler, as an app can that includes it in its build. */
const compileSource: Plugin = {
  name: 'react-compiler',
  enforce: 'pre',
  async transform(code, id) {
    if (!/\/src\/.*\.tsx?$/.test(id)) return
    const result = await transformAsync(code, {
      filename: id,
      babelrc: false,
      configFile: false,
      parserOpts: { plugins: ['typescript', 'jsx'] },
      plugins: ['babel-plugin-react-compiler'],
    })
    const compiled = result?.code ?? ''
    if (id.endsWith('/useOptimizationJob.ts') && !compiled.includes('react/compiler-runtime'))
      throw new Error('React Compiler skips useOptimizationJob.')
    return { code: compiled, map: null }
  },
}

/** The tests in jsdom with compiled components and hooks. */
export default mergeConfig(config, {
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [compileSource],
})
