import type { DurationUnit, StatusKey } from '../labels/CardLabels.js'
import type { ErrorKey } from '../labels/getErrorKey.js'
import type { JobLabels } from '../labels/JobLabels.js'
import { plural } from '../labels/plural.js'

const STATUS_LABELS: Record<StatusKey, string> = {
  idle: 'Sin trabajos',
  loading: 'Cargando',
  queued: 'En cola',
  running: 'En curso',
  cancelling: 'Cancelando',
  completed: 'Completado',
  failed: 'Fallido',
  cancelled: 'Cancelado',
  error: 'No disponible',
}

const STEP_STATES = { done: 'completado', failed: 'fallido', stopped: 'detenido' }

const UNITS: Record<DurationUnit, string> = { day: 'd', hour: 'h', minute: 'min', second: 's' }

const ERROR_LABELS: Record<ErrorKey, string> = {
  token: 'No se pudo iniciar sesión en el servicio.',
  network: 'No se puede conectar con el servicio.',
  timeout: 'El servicio tardó demasiado en responder.',
  'invalid-response':
    'Respuesta inesperada. Puede que tu sesión se haya cerrado o que la URL de la API sea incorrecta.',
  'invalid-request': 'Solicitud no válida. Revisa el ID del proyecto, el ID del trabajo y la URL de la API.',
  'bad-request': 'Solicitud no válida. Revisa el ID del proyecto y el ID del trabajo.',
  unauthorized: 'Tu sesión ha expirado. Vuelve a iniciar sesión.',
  forbidden: 'No tienes acceso a este trabajo. Pide acceso al propietario del proyecto.',
  'not-found': 'No se encontró el trabajo. Revisa el enlace.',
  'rate-limited': 'El servicio está ocupado.',
  'server-error': 'Se produjo un error en el servicio.',
  rejected: 'El servicio rechazó la solicitud.',
  unexpected: 'Se produjo un error.',
}

const PROJECT_ERROR_LABELS: Partial<Record<ErrorKey, string>> = {
  'bad-request': 'Solicitud no válida. Revisa los ID.',
  'invalid-request': 'Solicitud no válida. Revisa los ID y la URL de la API.',
  forbidden: 'No tienes acceso a este proyecto. Pide acceso a su propietario.',
  'not-found': 'No se encontró el proyecto. Revisa el ID del proyecto.',
}

const MESSAGE_CHANGES = {
  unchanged: 'sin cambios',
  changed: 'modificado',
  added: 'añadido',
  removed: 'eliminado',
  moved: 'movido',
}

const EVALUATIONS = { human: 'por personas', auto: 'por un modelo', client: 'por tu aplicación' }

const CHANGE_WORDS = { better: 'mejor', worse: 'peor', same: 'igual', higher: 'más alto', lower: 'más bajo' }

const SETTINGS: Record<string, string> = {
  provider: 'Proveedor',
  model: 'Modelo',
  temperature: 'Temperatura',
  max_tokens: 'Máx. de tokens',
  top_p: 'Top P',
  tool_schema: 'Herramientas',
  output_schema: 'Esquema de salida',
}

/** The Spanish labels. */
export const es: JobLabels = {
  locale: 'es',
  direction: 'ltr',

  title: 'Optimización del prompt',
  defaultJobTitle: (jobId) => `Trabajo ${jobId}`,
  status: (key) => STATUS_LABELS[key],

  durationPart: (count, unit) => `${count}\u00a0${UNITS[unit]}`,
  ago: (duration) => `hace ${duration}`,
  justNow: 'ahora mismo',

  noJob: 'Aún no hay ningún trabajo',
  loadingJob: 'Cargando el trabajo…',
  createdAgo: (ago) => `Creado ${ago}`,
  runningFor: (duration) => `En curso desde hace ${duration}`,
  startedAgo: (ago) => `Iniciado ${ago}`,
  completedAfter: (duration, ago) => `Finalizado ${ago} · duró ${duration}`,
  endedAfter: (status, duration, ago) => `${status} tras ${duration} · ${ago}`,

  progress: 'Progreso',
  waitingToStart: 'Pendiente de inicio',
  working: 'En proceso',
  stepOf: (step, totalSteps) => `Paso ${step} de ${totalSteps}`,
  stepOfShort: (step, totalSteps) => `${step} / ${totalSteps}`,
  stepNumber: (step) => `Paso ${step}`,
  endedIn: (status, stepName) => `${status} en: ${stepName}`,
  stalledFor: (duration) => `Sin avances desde hace ${duration}`,

  details: 'Detalles',
  steps: 'Pasos',
  stepState: (state) => STEP_STATES[state],
  atLeast: (duration) => `al menos ${duration}`,
  moreSteps: (count, formatted) =>
    plural('es', count, {
      one: '1 paso más',
      many: `${formatted} de pasos más`,
      other: `${formatted} pasos más`,
    }),
  createdAt: 'Creación',
  completedAt: 'Finalización',
  jobId: 'ID del trabajo',
  originalVersionId: 'ID de la versión original',
  optimizedVersionId: 'ID de la versión nueva',
  promptTemplateId: 'ID de la plantilla de prompt',
  copy: (name) => `Copiar ${name}`,
  copied: 'Copiado',

  dataSources: 'Fuentes de datos',
  humanLabels: (count) =>
    plural('es', count, {
      one: 'anotación humana',
      many: 'de anotaciones humanas',
      other: 'anotaciones humanas',
    }),
  customerFeedback: (count) =>
    plural('es', count, {
      one: 'comentario de cliente',
      many: 'de comentarios de clientes',
      other: 'comentarios de clientes',
    }),

  summary: 'Qué ha cambiado',
  showMore: 'Mostrar más',
  showLess: 'Mostrar menos',
  results: 'Resultados',
  testRun: 'Ejecución de prueba',
  comparison: 'Comparación',
  optimizedVersion: 'Versión nueva',
  testRunMissing: 'Se solicitó una ejecución de prueba, pero no hay resultados.',
  failedWithoutReason: 'El trabajo falló y el servicio no indicó el motivo.',

  error: (key) => ERROR_LABELS[key],
  projectError: (key) => PROJECT_ERROR_LABELS[key] ?? ERROR_LABELS[key],
  offline: 'Sin conexión. Las actualizaciones se reanudarán cuando vuelvas a conectarte.',
  offlineRetry: 'Sin conexión. Inténtalo de nuevo cuando vuelvas a conectarte.',
  paused: 'Las actualizaciones están en pausa.',
  updatedAgo: (ago) => `Actualizado ${ago}`,
  retryingIn: (duration) => `Nuevo intento en ${duration}`,
  retrying: 'Reintentando…',
  retryNow: 'Reintentar ahora',
  retry: 'Reintentar',

  cancel: 'Cancelar trabajo',
  cancelConfirmTitle: '¿Cancelar este trabajo? Se perderá su progreso.',
  cancelConfirm: 'Sí, cancelar trabajo',
  cancelDismiss: 'No cancelar',
  cancelling: 'Cancelando…',
  cancelFailed: 'No se pudo cancelar el trabajo.',

  jobs: 'Trabajos',
  loadingJobs: 'Cargando trabajos…',
  noJobs: 'Aún no hay trabajos',
  loadMore: 'Mostrar más trabajos',
  loadingMore: 'Cargando…',

  startJob: 'Iniciar trabajo',
  starting: 'Iniciando…',
  jobStarted: 'Trabajo iniciado.',
  openJob: 'Abrir trabajo',
  repeatConfirmTitle: 'Ya has iniciado un trabajo con los mismos datos. ¿Iniciar otro?',
  repeatConfirm: 'Iniciar otro trabajo',
  repeatDismiss: 'No iniciar',
  promptVersionId: 'ID de la versión del prompt',
  datasetId: 'ID del conjunto de datos',
  instructions: 'Instrucciones',
  optional: '(opcional)',
  options: 'Opciones',
  useBestPractices: 'Aplicar buenas prácticas',
  useLabels: 'Usar anotaciones humanas',
  useCustomerFeedback: 'Usar comentarios de clientes',
  runTest: 'Probar la versión nueva y compararla con la original',
  required: 'Obligatorio',
  invalidId: 'Introduce un ID válido, por ejemplo 3c90c3cc-0d44-4b50-8888-8dd25736052a.',
  startFailed: 'No se pudo iniciar el trabajo.',
  mayHaveStarted:
    'Puede que el trabajo se haya iniciado de todos modos. Revisa la lista antes de volver a intentarlo.',

  reconnected: 'Se reanudaron las actualizaciones.',
  promptChanges: 'Cambios en el prompt',
  promptUnchanged: 'El prompt no ha cambiado.',
  lineCounts: (added, removed) =>
    `${added} ${added === '1' ? 'línea añadida' : 'líneas añadidas'}, ${removed} ${removed === '1' ? 'eliminada' : 'eliminadas'}`,
  messageChange: (change) => MESSAGE_CHANGES[change],
  messageRole: (role) => (role === 'history' ? 'Conversación hasta ahora' : role),
  lineChange: (change) => (change === 'added' ? 'Añadido:' : 'Eliminado:'),
  showUnchanged: (count, formatted) =>
    plural('es', count, {
      one: 'Mostrar 1 línea sin cambios',
      many: `Mostrar ${formatted} de líneas sin cambios`,
      other: `Mostrar ${formatted} líneas sin cambios`,
    }),
  hideUnchanged: (count, formatted) =>
    plural('es', count, {
      one: 'Ocultar 1 línea sin cambios',
      many: `Ocultar ${formatted} de líneas sin cambios`,
      other: `Ocultar ${formatted} líneas sin cambios`,
    }),
  media: (name) => `[${name}]`,
  setting: (name) => (Object.hasOwn(SETTINGS, name) && SETTINGS[name]) || name,
  settingMissing: 'sin definir',
  variablesAdded: 'Variables nuevas',
  variablesRemoved: 'Variables eliminadas',
  tooLargeToCompare:
    'Este mensaje es demasiado largo para compararlo línea por línea. El original se muestra antes que el nuevo.',
  unifiedView: 'Unificada',
  splitView: 'En paralelo',
  view: 'Vista',
  loadingOutcome: 'Cargando…',
  versionNotFound: 'No se encontró la versión del prompt.',
  testRunNotFound: 'No se encontró la ejecución de prueba.',
  outcomeForbidden: 'No tienes acceso. Pídelo al propietario del proyecto.',
  copyPrompt: 'Copiar el prompt nuevo',
  copyFailed: 'No se pudo copiar. Selecciona el texto.',

  testResults: 'Resultados de la prueba',
  examples: (count, formatted) =>
    plural('es', count, {
      one: '1 ejemplo',
      many: `${formatted} de ejemplos`,
      other: `${formatted} ejemplos`,
    }),
  testedVersion: (version) => `Versión ${version}`,
  criterion: 'Criterio',
  beforeChange: 'Antes',
  afterChange: 'Después',
  change: 'Cambio',
  evaluation: (evaluation) => EVALUATIONS[evaluation],
  passedOf: (passed, total) => `${passed} / ${total}`,
  averageScore: (score) => `promedio ${score}`,
  noFigures: 'sin datos',
  changeWord: (change) => CHANGE_WORDS[change],
  points: (points) => `${points}\u00a0p.\u00a0p.`,
  resultsSummary: (better, worse, total) =>
    `${better} de ${total} ${total === 1 ? 'criterio' : 'criterios'} ${better === 1 ? 'mejora' : 'mejoran'}, ${worse} ${worse === 1 ? 'empeora' : 'empeoran'}`,
  noCriteria: 'No hay criterios de evaluación, así que no hay datos.',
  noTestFigures: 'Aún no hay datos. Un prompt sin criterios de evaluación no los genera.',
  otherTestRunUnknown: 'Sin comparación: no se conoce la ejecución de prueba de la otra versión.',
  testInProgress: 'La prueba está en curso.',
  testFailed: 'La prueba falló.',

  announceStep: (title, position, stepName) => `${title}: ${position}, ${stepName}`,
  announceStatus: (title, status) => `${title}: ${status}`,

  prompt: 'Prompt',
  version: 'Versión',
  dataset: 'Conjunto de datos',
  choose: 'Elegir…',
  latestVersion: (name) => `${name} · más reciente`,
  loadingOptions: 'Cargando…',
  noPrompts: 'Este proyecto no tiene prompts.',
  noVersions: 'Este prompt no tiene versiones.',
  noDatasets: 'Este proyecto no tiene conjuntos de datos.',
  promptsFailed: 'No se pudieron cargar los prompts. Inténtalo de nuevo o introduce el ID de una versión.',
  datasetsFailed:
    'No se pudieron cargar los conjuntos de datos. Inténtalo de nuevo o introduce el ID de uno.',
  optionsIncomplete: 'No se pudieron cargar todas las opciones.',
  search: (field) => `Buscar: ${field}`,
  noMatches: 'Sin resultados',
  showPrompt: 'Mostrar el prompt',
  inputs: (names) => `Entradas: ${names}`,
  missingInputs: (names) =>
    `El conjunto de datos no aporta valores para estas variables del prompt: ${names}`,
  unusedInputs: (names) => `El prompt no usa estas entradas del conjunto de datos: ${names}`,

  noInstructions: 'Ninguna',
  optionsOff: 'Desactivadas',
  runAgain: 'Volver a ejecutar…',
  inputUnknown:
    'Este trabajo se inició en otro lugar, así que no se conocen su conjunto de datos, sus instrucciones ni el resto de sus opciones. Vuelve a elegirlos.',

  deploy: 'Desplegar…',
  deploying: 'Desplegando…',
  deployQuestion: (version, environment) =>
    environment
      ? `¿Desplegar ${version} en ${environment}? Cambiará lo que se ejecuta ahí.`
      : `¿Desplegar ${version}?`,
  environment: 'Entorno',
  noEnvironments: 'La cuenta no tiene entornos.',
  environmentsFailed: 'No se pudieron cargar los entornos. Introduce el nombre de uno.',
  deployConfirm: (environment) => (environment ? `Desplegar en ${environment}` : 'Desplegar'),
  deployDismiss: 'No desplegar',
  deployed: (version, environment) => `${version} se ha desplegado en ${environment}.`,
  deployFailed: 'La versión no se desplegó.',
  mayHaveDeployed:
    'Puede que la versión se haya desplegado de todos modos. Revisa el entorno antes de volver a intentarlo.',

  completedInTitle: (count, formatted) =>
    plural('es', count, {
      one: `${formatted} completado`,
      other: `${formatted} completados`,
    }),
  failedInTitle: (count, formatted) =>
    plural('es', count, { one: `${formatted} fallido`, other: `${formatted} fallidos` }),
}
