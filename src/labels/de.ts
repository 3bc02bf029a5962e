import type { ErrorKey } from './getErrorKey.js'
import type { JobLabels, StatusKey } from './JobLabels.js'

const STATUS: Record<StatusKey, string> = {
  idle: 'Kein Auftrag',
  loading: 'Wird geladen',
  queued: 'Wartet',
  running: 'Läuft',
  cancelling: 'Wird abgebrochen',
  completed: 'Abgeschlossen',
  failed: 'Fehlgeschlagen',
  cancelled: 'Abgebrochen',
  unavailable: 'Nicht verfügbar',
}

const ERRORS: Record<ErrorKey, string> = {
  token: 'Die Anmeldung beim Dienst ist gescheitert.',
  network: 'Keine Verbindung zum Dienst.',
  timeout: 'Der Dienst hat nicht rechtzeitig geantwortet.',
  'invalid-response': 'Die Antwort kam nicht vom Dienst. Vielleicht ist seine Adresse falsch eingestellt.',
  'invalid-request':
    'Die Anfrage konnte nicht gesendet werden. Prüfen Sie Projekt-ID, Auftrags-ID und die Adresse des Dienstes.',
  'bad-request': 'Der Dienst hat die Anfrage nicht angenommen. Prüfen Sie Projekt-ID und Auftrags-ID.',
  unauthorized:
    'Der Dienst hat die Anmeldung nicht angenommen. Melden Sie sich neu an, oder prüfen Sie den API-Schlüssel.',
  forbidden: 'Sie haben keinen Zugriff auf diesen Auftrag. Bitten Sie um Zugriff auf sein Projekt.',
  'not-found': 'Der Auftrag wurde nicht gefunden. Prüfen Sie Projekt-ID und Auftrags-ID.',
  busy: 'Der Dienst ist ausgelastet und bittet zu warten.',
  'service-fault': 'Der Dienst hat eine Störung.',
  refused: 'Der Dienst hat die Anfrage abgelehnt.',
}

// The same, where no single job is meant.
const PROJECT_ERRORS: Partial<Record<ErrorKey, string>> = {
  'bad-request': 'Der Dienst hat die Anfrage nicht angenommen. Prüfen Sie die IDs.',
  'invalid-request':
    'Die Anfrage konnte nicht gesendet werden. Prüfen Sie die IDs und die Adresse des Dienstes.',
  forbidden: 'Sie haben keinen Zugriff auf dieses Projekt. Bitten Sie darum.',
  'not-found': 'Das Projekt wurde nicht gefunden. Prüfen Sie die Projekt-ID.',
}

/** The components in German. Use `locale="de"` with it. */
export const de: JobLabels = {
  title: 'Prompt-Optimierung',
  status: (word) => STATUS[word],

  ago: (duration) => `vor ${duration}`,
  justNow: 'gerade eben',

  noJob: 'Noch kein Auftrag',
  loadingJob: 'Auftrag wird geladen…',
  queuedAgo: (ago) => `Eingereiht ${ago}`,
  startedAgo: (ago) => `Gestartet ${ago}`,
  completedAfter: (duration, ago) => `Dauerte ${duration} · ${ago}`,
  endedAfter: (duration, ago) => `Beendet nach ${duration} · ${ago}`,

  progress: 'Fortschritt',
  waitingToStart: 'Wartet auf den Start',
  working: 'In Arbeit',
  stepOf: (step, totalSteps) => `Schritt ${step} von ${totalSteps}`,
  stepOfShort: (step, totalSteps) => `${step} / ${totalSteps}`,
  stepNumber: (step) => `Schritt ${step}`,
  stalledFor: (duration) => `Seit ${duration} unverändert`,

  details: 'Details',
  steps: 'Schritte',
  atLeast: (duration) => `über ${duration}`,
  moreSteps: (count, formatted) => (count === 1 ? '1 weiterer Schritt' : `${formatted} weitere Schritte`),
  jobId: 'Auftrag',
  originalVersionId: 'Ausgangsversion',
  optimizedVersionId: 'Neue Version',
  promptTemplateId: 'Vorlage',
  copy: (name) => `Kopieren: ${name}`,
  copied: 'Kopiert',

  dataSources: 'Datenquellen',
  humanLabels: (count) => (count === 1 ? 'menschliches Label' : 'menschliche Labels'),
  customerFeedback: (count) => (count === 1 ? 'Kundenrückmeldung' : 'Kundenrückmeldungen'),

  summary: 'Was sich geändert hat',
  showMore: 'Mehr anzeigen',
  showLess: 'Weniger anzeigen',
  results: 'Ergebnisse',
  testRun: 'Testlauf',
  comparison: 'Vergleich',
  optimizedVersion: 'Neue Version',
  testRunMissing: 'Ein Testlauf war verlangt, und der Dienst nennt keinen.',
  failedWithoutReason: 'Der Auftrag ist fehlgeschlagen. Der Dienst hat keinen Grund genannt.',

  error: (word) => ERRORS[word],
  projectError: (word) => PROJECT_ERRORS[word] ?? ERRORS[word],
  offline: 'Sie sind offline. Die Abfragen gehen weiter, sobald die Verbindung wieder da ist.',
  paused: 'Die Abfragen ruhen, solange diese Seite verborgen ist.',
  updatedAgo: (ago) => `Abgefragt ${ago}`,
  retryingIn: (duration) => `Nächster Versuch in ${duration}`,
  retrying: 'Wird abgefragt…',
  retryNow: 'Jetzt versuchen',
  retry: 'Erneut versuchen',

  cancel: 'Abbrechen',
  cancelConfirmTitle: 'Diesen Auftrag abbrechen? Was er bisher getan hat, geht verloren.',
  cancelConfirm: 'Auftrag abbrechen',
  cancelDismiss: 'Weiterlaufen lassen',
  cancelling: 'Wird abgebrochen…',
  cancelFailed: 'Der Auftrag konnte nicht abgebrochen werden.',

  jobs: 'Aufträge',
  loadingJobs: 'Aufträge werden geladen…',
  noJobs: 'Noch keine Aufträge.',
  defaultJobTitle: (templateId) => `Vorlage ${templateId}`,
  started: (ago) => `Gestartet ${ago}`,
  took: (duration) => `dauerte ${duration}`,
  loadMore: 'Mehr Aufträge anzeigen',
  loadingMore: 'Wird geladen…',

  startJob: 'Auftrag starten',
  starting: 'Wird gestartet…',
  jobStarted: 'Der Auftrag wurde gestartet.',
  promptVersionId: 'ID der Prompt-Version',
  datasetId: 'ID des Datensatzes',
  instructions: 'Anweisungen',
  optional: 'optional',
  options: 'Optionen',
  useBestPractices: 'Bewährte Verfahren verwenden',
  useLabels: 'Menschliche Labels verwenden',
  useCustomerFeedback: 'Kundenrückmeldungen verwenden',
  runTest: 'Die neue Version testen und mit der alten vergleichen',
  invalidId: 'Eine ID sieht so aus: 3c90c3cc-0d44-4b50-8888-8dd25736052a.',
  startFailed: 'Der Auftrag wurde nicht gestartet.',
  mayHaveStarted:
    'Vielleicht läuft der Auftrag dennoch: Sehen Sie in der Liste nach, bevor Sie es erneut versuchen.',

  announceStep: (title, position, stepName) => `${title}: ${position}, ${stepName}`,
  announceStatus: (title, status) => `${title}: ${status}`,
}
