// Prints the type errors in an app's source and in the package's declarations, which `skipLibCheck` would hide, but not
// those of other packages: node checkTypes.mjs <app> <alias of TypeScript> <module/moduleResolution>…
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [app = '', alias = '', ...modes] = process.argv.slice(2)
process.chdir(app)
const ts = createRequire(join(app, 'package.json'))(alias)
const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
// TypeScript 6 reports node10 as deprecated.
const ignoreDeprecations = Number.parseInt(ts.version, 10) >= 6 ? '6.0' : undefined

for (const mode of modes) {
  const [module, moduleResolution] = mode.split('/')
  const overrides = { ...config.compilerOptions, module, moduleResolution, ignoreDeprecations }
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(
    { ...config, compilerOptions: overrides },
    ts.sys,
    app,
  )
  const program = ts.createProgram(fileNames, options)
  const isOwn = (/** @type {string} */ name) =>
    fileNames.includes(name) || name.includes('/node_modules/react-prompt-optimization/')
  const diagnostics = [...errors, ...program.getOptionsDiagnostics()]
  for (const file of program.getSourceFiles()) {
    if (isOwn(file.fileName)) {
      diagnostics.push(...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file))
    }
  }
  for (const { file, code, messageText } of diagnostics) {
    const message = ts.flattenDiagnosticMessageText(messageText, ' ')
    process.stdout.write(`${mode}: ${file?.fileName ?? ''} TS${code}: ${message}\n`)
  }
}
