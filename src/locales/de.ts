import type { DurationUnit, StatusKey } from '../labels/CardLabels.js'
import type { ErrorKey } from '../labels/getErrorKey.js'
import type { JobLabels } from '../labels/JobLabels.js'

const STATUS_LABELS: Record<StatusKey, string> = {
  idle: 'Kein Auftrag',
  loading: 'Wird geladen',
  queued: 'In der Warteschlange',
  running: 'Läuft',
  cancelling: 'Wird abgebrochen',
  completed: 'Abgeschlossen',
  failed: 'Fehlgeschlagen',
  cancelled: 'Abgebrochen',
  error: 'Nicht verfügbar',
}

const STEP_STATES = { done: 'erledigt', failed: 'fehlgeschlagen', stopped: 'angehalten' }

const UNITS: Record<DurationUnit, string> = { day: ' T', hour: ' h', minute: ' Min.', second: ' Sek.' }

const ERROR_LABELS: Record<ErrorKey, string> = {
  token: 'Die Anmeldung beim Dienst ist fehlgeschlagen.',
  network: 'Der Dienst ist nicht erreichbar.',
  timeout: 'Der Dienst hat nicht rechtzeitig geantwortet.',
  'invalid-response': 'Unerwartete Antwort. Vielleicht sind Sie abgemeldet, oder die API-URL ist falsch.',
  'invalid-request': 'Ungültige Anfrage. Prüfen Sie Projekt-ID, Auftrags-ID und API-URL.',
  'bad-request': 'Ungültige Anfrage. Prüfen Sie Projekt-ID und Auftrags-ID.',
  unauthorized: 'Ihre Sitzung ist abgelaufen. Melden Sie sich erneut an.',
  forbidden: 'Sie haben keinen Zugriff auf diesen Auftrag. Wenden Sie sich an die Projektverantwortlichen.',
  'not-found': 'Auftrag nicht gefunden. Prüfen Sie den Link.',
  'rate-limited': 'Der Dienst ist ausgelastet.',
  'server-error': 'Beim Dienst ist ein Fehler aufgetreten.',
  rejected: 'Der Dienst hat die Anfrage abgelehnt.',
  unexpected: 'Ein Fehler ist aufgetreten.',
}

const PROJECT_ERROR_LABELS: Partial<Record<ErrorKey, string>> = {
  'bad-request': 'Ungültige Anfrage. Prüfen Sie die IDs.',
  'invalid-request': 'Ungültige Anfrage. Prüfen Sie die IDs und die API-URL.',
  forbidden: 'Sie haben keinen Zugriff auf dieses Projekt. Wenden Sie sich an die Projektverantwortlichen.',
  'not-found': 'Projekt nicht gefunden. Prüfen Sie die Projekt-ID.',
}

const MESSAGE_CHANGES = {
  unchanged: 'unverändert',
  changed: 'geändert',
  added: 'hinzugefügt',
  removed: 'entfernt',
  moved: 'verschoben',
}

const EVALUATIONS = { human: 'durch Menschen', auto: 'durch ein Modell', client: 'durch Ihre App' }

const CHANGE_WORDS = {
  better: 'besser',
  worse: 'schlechter',
  same: 'gleich',
  higher: 'höher',
  lower: 'niedriger',
}

const SETTINGS: Record<string, string> = {
  provider: 'Anbieter',
  model: 'Modell',
  temperature: 'Temperatur',
  max_tokens: 'Max. Tokens',
  top_p: 'Top P',
  tool_schema: 'Tools',
  output_schema: 'Ausgabeschema',
}

/** The German labels. */
export const de: JobLabels = {
  locale: 'de',
  direction: 'ltr',

  title: 'Prompt-Optimierung',
  defaultJobTitle: (jobId) => `Auftrag ${jobId}`,
  status: (key) => STATUS_LABELS[key],

  durationPart: (count, unit) => count + UNITS[unit],
  ago: (duration) => `vor ${duration}`,
  justNow: 'gerade eben',

  noJob: 'Noch kein Auftrag',
  loadingJob: 'Auftrag wird geladen…',
  createdAgo: (ago) => `Erstellt ${ago}`,
  runningFor: (duration) => `Läuft seit ${duration}`,
  startedAgo: (ago) => `Gestartet ${ago}`,
  completedAfter: (duration, ago) => `Abgeschlossen ${ago} · Dauer ${duration}`,
  endedAfter: (status, duration, ago) => `${status} nach ${duration} · ${ago}`,

  progress: 'Fortschritt',
  waitingToStart: 'Wartet auf den Start',
  working: 'In Arbeit',
  stepOf: (step, totalSteps) => `Schritt ${step} von ${totalSteps}`,
  stepOfShort: (step, totalSteps) => `${step} / ${totalSteps}`,
  stepNumber: (step) => `Schritt ${step}`,
  endedIn: (status, stepName) => `${status} bei: ${stepName}`,
  stalledFor: (duration) => `Kein Fortschritt seit ${duration}`,

  details: 'Details',
  steps: 'Schritte',
  stepState: (state) => STEP_STATES[state],
  atLeast: (duration) => `mind. ${duration}`,
  moreSteps: (count, formatted) => (count === 1 ? '1 weiterer Schritt' : `${formatted} weitere Schritte`),
  createdAt: 'Erstellt',
  completedAt: 'Beendet',
  jobId: 'Auftrags-ID',
  originalVersionId: 'ID der Ausgangsversion',
  optimizedVersionId: 'ID der neuen Version',
  promptTemplateId: 'ID der Prompt-Vorlage',
  copy: (name) => `${name} kopieren`,
  copied: 'Kopiert',

  dataSources: 'Datenquellen',
  humanLabels: (count) => (count === 1 ? 'menschliches Label' : 'menschliche Labels'),
  customerFeedback: (count) => (count === 1 ? 'Kundenrückmeldung' : 'Kundenrückmeldungen'),

  summary: 'Änderungen',
  showMore: 'Mehr anzeigen',
  showLess: 'Weniger anzeigen',
  results: 'Ergebnisse',
  testRun: 'Testlauf',
  comparison: 'Vergleich',
  optimizedVersion: 'Neue Version',
  testRunMissing: 'Ein Testlauf wurde angefordert, aber es gibt keine Ergebnisse.',
  failedWithoutReason: 'Der Auftrag ist fehlgeschlagen. Der Dienst hat keinen Grund angegeben.',

  error: (key) => ERROR_LABELS[key],
  projectError: (key) => PROJECT_ERROR_LABELS[key] ?? ERROR_LABELS[key],
  offline: 'Sie sind offline. Die Anzeige wird aktualisiert, sobald Sie wieder verbunden sind.',
  offlineRetry: 'Sie sind offline. Versuchen Sie es erneut, sobald Sie wieder verbunden sind.',
  paused: 'Die Aktualisierung ist angehalten.',
  updatedAgo: (ago) => `Aktualisiert ${ago}`,
  retryingIn: (duration) => `Neuer Versuch in ${duration}`,
  retrying: 'Neuer Versuch…',
  retryNow: 'Jetzt erneut versuchen',
  retry: 'Erneut versuchen',

  cancel: 'Auftrag abbrechen',
  cancelConfirmTitle: 'Diesen Auftrag abbrechen? Der Fortschritt geht verloren.',
  cancelConfirm: 'Ja, abbrechen',
  cancelDismiss: 'Weiterlaufen lassen',
  cancelling: 'Wird abgebrochen…',
  cancelFailed: 'Der Auftrag konnte nicht abgebrochen werden.',

  jobs: 'Aufträge',
  loadingJobs: 'Aufträge werden geladen…',
  noJobs: 'Noch keine Aufträge',
  loadMore: 'Weitere Aufträge anzeigen',
  loadingMore: 'Wird geladen…',

  startJob: 'Auftrag starten',
  starting: 'Wird gestartet…',
  jobStarted: 'Auftrag gestartet.',
  openJob: 'Auftrag öffnen',
  repeatConfirmTitle: 'Ein Auftrag mit denselben Eingaben wurde schon gestartet. Noch einen starten?',
  repeatConfirm: 'Weiteren Auftrag starten',
  repeatDismiss: 'Nicht starten',
  promptVersionId: 'ID der Prompt-Version',
  datasetId: 'Datensatz-ID',
  instructions: 'Anweisungen',
  optional: '(optional)',
  options: 'Optionen',
  useBestPractices: 'Best Practices anwenden',
  useLabels: 'Menschliche Labels verwenden',
  useCustomerFeedback: 'Kundenrückmeldungen verwenden',
  runTest: 'Neue Version testen und mit der Ausgangsversion vergleichen',
  required: 'Pflichtfeld',
  invalidId: 'Geben Sie eine gültige ID ein, z. B. 3c90c3cc-0d44-4b50-8888-8dd25736052a.',
  startFailed: 'Der Auftrag konnte nicht gestartet werden.',
  mayHaveStarted:
    'Der Auftrag wurde möglicherweise trotzdem gestartet. Sehen Sie in der Liste nach, bevor Sie es erneut versuchen.',

  reconnected: 'Die Anzeige wird wieder aktualisiert.',
  promptChanges: 'Änderungen am Prompt',
  promptUnchanged: 'Der Prompt ist unverändert.',
  lineCounts: (added, removed) =>
    `${added} ${added === '1' ? 'Zeile' : 'Zeilen'} hinzugefügt, ${removed} entfernt`,
  messageChange: (change) => MESSAGE_CHANGES[change],
  messageRole: (role) => (role === 'history' ? 'Bisheriges Gespräch' : role),
  lineChange: (change) => (change === 'added' ? 'Hinzugefügt:' : 'Entfernt:'),
  showUnchanged: (count, formatted) =>
    count === 1 ? '1 unveränderte Zeile anzeigen' : `${formatted} unveränderte Zeilen anzeigen`,
  hideUnchanged: (count, formatted) =>
    count === 1 ? '1 unveränderte Zeile ausblenden' : `${formatted} unveränderte Zeilen ausblenden`,
  media: (name) => `[${name}]`,
  setting: (name) => (Object.hasOwn(SETTINGS, name) && SETTINGS[name]) || name,
  settingMissing: 'nicht gesetzt',
  variablesAdded: 'Neue Variablen',
  variablesRemoved: 'Entfernte Variablen',
  tooLargeToCompare:
    'Diese Nachricht ist zu groß für einen Vergleich nach Zeilen. Die Ausgangsversion steht vor der neuen.',
  unifiedView: 'Untereinander',
  splitView: 'Nebeneinander',
  view: 'Ansicht',
  loadingOutcome: 'Wird geladen…',
  versionNotFound: 'Die Version des Prompts wurde nicht gefunden.',
  testRunNotFound: 'Der Testlauf wurde nicht gefunden.',
  outcomeForbidden: 'Sie haben darauf keinen Zugriff. Fragen Sie, wer für das Projekt zuständig ist.',
  copyPrompt: 'Neuen Prompt kopieren',
  copyFailed: 'Kopieren ging nicht. Markieren Sie den Text.',

  testResults: 'Testergebnisse',
  examples: (count, formatted) => (count === 1 ? '1 Beispiel' : `${formatted} Beispiele`),
  testedVersion: (version) => `Version ${version}`,
  criterion: 'Kriterium',
  beforeChange: 'Vorher',
  afterChange: 'Nachher',
  change: 'Änderung',
  evaluation: (evaluation) => EVALUATIONS[evaluation],
  passedOf: (passed, total) => `${passed} / ${total}`,
  averageScore: (score) => `Durchschnitt ${score}`,
  noFigures: 'keine Werte',
  changeWord: (change) => CHANGE_WORDS[change],
  points: (points) => `${points} Pkt.`,
  resultsSummary: (better, worse, total) => `${better} von ${total} Kriterien besser, ${worse} schlechter`,
  noCriteria: 'Keine Bewertungskriterien, also keine Zahlen.',
  noTestFigures: 'Noch keine Zahlen. Ein Prompt ohne Bewertungskriterien bekommt keine.',
  otherTestRunUnknown: 'Kein Vergleich: Der Testlauf der anderen Version ist nicht bekannt.',
  testInProgress: 'Der Test läuft.',
  testFailed: 'Der Test ist fehlgeschlagen.',

  announceStep: (title, position, stepName) => `${title}: ${position}, ${stepName}`,
  announceStatus: (title, status) => `${title}: ${status}`,

  prompt: 'Prompt',
  version: 'Version',
  dataset: 'Datensatz',
  choose: 'Auswählen…',
  latestVersion: (name) => `${name} · neueste`,
  loadingOptions: 'Wird geladen…',
  noPrompts: 'Dieses Projekt hat keine Prompts.',
  noVersions: 'Dieser Prompt hat keine Versionen.',
  noDatasets: 'Dieses Projekt hat keine Datensätze.',
  promptsFailed:
    'Die Prompts konnten nicht geladen werden. Versuchen Sie es erneut oder geben Sie die ID einer Version ein.',
  datasetsFailed:
    'Die Datensätze konnten nicht geladen werden. Versuchen Sie es erneut oder geben Sie die ID eines Datensatzes ein.',
  optionsIncomplete: 'Es konnten nicht alle geladen werden.',
  search: (field) => `Suchen: ${field}`,
  noMatches: 'Keine Treffer',
  showPrompt: 'Prompt anzeigen',
  inputs: (names) => `Eingaben: ${names}`,
  missingInputs: (names) => `Der Datensatz füllt diese Variablen des Prompts nicht: ${names}`,
  unusedInputs: (names) => `Der Prompt verwendet diese Eingaben des Datensatzes nicht: ${names}`,

  noInstructions: 'Keine',
  optionsOff: 'Abgewählt',
  runAgain: 'Erneut ausführen…',
  inputUnknown:
    'Dieser Auftrag wurde anderswo gestartet; Datensatz, Anweisungen und übrige Optionen sind nicht bekannt. Bitte neu wählen.',

  deploy: 'Bereitstellen…',
  deploying: 'Wird bereitgestellt…',
  deployQuestion: (version, environment) =>
    environment
      ? `${version} in ${environment} bereitstellen? Das ändert, was dort läuft.`
      : `${version} bereitstellen?`,
  environment: 'Umgebung',
  noEnvironments: 'Das Konto hat keine Umgebungen.',
  environmentsFailed: 'Die Umgebungen konnten nicht geladen werden. Geben Sie den Namen einer Umgebung ein.',
  deployConfirm: (environment) => (environment ? `In ${environment} bereitstellen` : 'Bereitstellen'),
  deployDismiss: 'Nicht bereitstellen',
  deployed: (version, environment) => `${version} ist in ${environment} bereitgestellt.`,
  deployFailed: 'Die Version wurde nicht bereitgestellt.',
  mayHaveDeployed:
    'Die Version wurde möglicherweise trotzdem bereitgestellt. Prüfen Sie die Umgebung, bevor Sie es erneut versuchen.',

  completedInTitle: (_count, formatted) => `${formatted} abgeschlossen`,
  failedInTitle: (_count, formatted) => `${formatted} fehlgeschlagen`,
}
