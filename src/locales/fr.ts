import type { DurationUnit, StatusKey } from '../labels/CardLabels.js'
import type { ErrorKey } from '../labels/getErrorKey.js'
import type { JobLabels } from '../labels/JobLabels.js'
import { plural } from '../labels/plural.js'

// No-break spaces stand before a colon (\u00a0) and a question mark (narrow, \u202f).

const STATUS_LABELS: Record<StatusKey, string> = {
  idle: 'Aucune tâche',
  loading: 'Chargement',
  queued: 'En attente',
  running: 'En cours',
  cancelling: 'Annulation',
  completed: 'Terminée',
  failed: 'Échec',
  cancelled: 'Annulée',
  error: 'Indisponible',
}

const STEP_STATES = { done: 'terminée', failed: 'échouée', stopped: 'arrêtée' }

const UNITS: Record<DurationUnit, string> = { day: 'j', hour: 'h', minute: 'min', second: 's' }

const ERROR_LABELS: Record<ErrorKey, string> = {
  token: 'Impossible de se connecter au service.',
  network: 'Le service est injoignable.',
  timeout: 'Le service a mis trop de temps à répondre.',
  'invalid-response':
    'Réponse inattendue. Votre session a peut-être pris fin, ou l’URL de l’API est incorrecte.',
  'invalid-request': 'Requête invalide. Vérifiez l’ID du projet, l’ID de la tâche et l’URL de l’API.',
  'bad-request': 'Requête invalide. Vérifiez l’ID du projet et l’ID de la tâche.',
  unauthorized: 'Votre session a expiré. Reconnectez-vous.',
  forbidden: 'Vous n’avez pas accès à cette tâche. Demandez l’accès au propriétaire du projet.',
  'not-found': 'Tâche introuvable. Vérifiez le lien.',
  'rate-limited': 'Le service est surchargé.',
  'server-error': 'Une erreur s’est produite côté service.',
  rejected: 'Le service a refusé la requête.',
  unexpected: 'Une erreur s’est produite.',
}

const PROJECT_ERROR_LABELS: Partial<Record<ErrorKey, string>> = {
  'bad-request': 'Requête invalide. Vérifiez les ID.',
  'invalid-request': 'Requête invalide. Vérifiez les ID et l’URL de l’API.',
  forbidden: 'Vous n’avez pas accès à ce projet. Demandez l’accès à son propriétaire.',
  'not-found': 'Projet introuvable. Vérifiez l’ID du projet.',
}

const MESSAGE_CHANGES = {
  unchanged: 'inchangé',
  changed: 'modifié',
  added: 'ajouté',
  removed: 'supprimé',
  moved: 'déplacé',
}

const EVALUATIONS = { human: 'par des humains', auto: 'par un modèle', client: 'par votre application' }

const CHANGE_WORDS = {
  better: 'mieux',
  worse: 'moins bien',
  same: 'identique',
  higher: 'en hausse',
  lower: 'en baisse',
}

const SETTINGS: Record<string, string> = {
  provider: 'Fournisseur',
  model: 'Modèle',
  temperature: 'Température',
  max_tokens: 'Tokens max.',
  top_p: 'Top P',
  tool_schema: 'Outils',
  output_schema: 'Schéma de sortie',
}

/** The French labels. */
export const fr: JobLabels = {
  locale: 'fr',
  direction: 'ltr',

  title: 'Optimisation du prompt',
  defaultJobTitle: (jobId) => `Tâche ${jobId}`,
  status: (key) => STATUS_LABELS[key],

  durationPart: (count, unit) => `${count}\u00a0${UNITS[unit]}`,
  ago: (duration) => `il y a ${duration}`,
  justNow: 'à l’instant',

  noJob: 'Aucune tâche pour l’instant',
  loadingJob: 'Chargement de la tâche…',
  createdAgo: (ago) => `Créée ${ago}`,
  runningFor: (duration) => `En cours depuis ${duration}`,
  startedAgo: (ago) => `Lancée ${ago}`,
  completedAfter: (duration, ago) => `Terminée ${ago} · durée ${duration}`,
  endedAfter: (status, duration, ago) => `${status} après ${duration} · ${ago}`,

  progress: 'Progression',
  waitingToStart: 'En attente de lancement',
  working: 'Traitement en cours',
  stepOf: (step, totalSteps) => `Étape ${step} sur ${totalSteps}`,
  stepOfShort: (step, totalSteps) => `${step} / ${totalSteps}`,
  stepNumber: (step) => `Étape ${step}`,
  endedIn: (status, stepName) => `${status} à l’étape\u00a0: ${stepName}`,
  stalledFor: (duration) => `Aucune progression depuis ${duration}`,

  details: 'Détails',
  steps: 'Étapes',
  stepState: (state) => STEP_STATES[state],
  atLeast: (duration) => `au moins ${duration}`,
  moreSteps: (count, formatted) =>
    plural('fr', count, {
      one: `${formatted} autre étape`,
      many: `${formatted} d’autres étapes`,
      other: `${formatted} autres étapes`,
    }),
  createdAt: 'Création',
  completedAt: 'Fin',
  jobId: 'ID de la tâche',
  originalVersionId: 'ID de la version d’origine',
  optimizedVersionId: 'ID de la nouvelle version',
  promptTemplateId: 'ID du modèle de prompt',
  copy: (name) => `Copier ${name.replace(/^ID\b/, 'l’ID')}`,
  copied: 'Copié',

  dataSources: 'Sources de données',
  humanLabels: (count) =>
    plural('fr', count, {
      one: 'annotation humaine',
      many: 'd’annotations humaines',
      other: 'annotations humaines',
    }),
  customerFeedback: (count) =>
    plural('fr', count, { one: 'avis client', many: 'd’avis clients', other: 'avis clients' }),

  summary: 'Ce qui a changé',
  showMore: 'Afficher plus',
  showLess: 'Afficher moins',
  results: 'Résultats',
  testRun: 'Exécution du test',
  comparison: 'Comparaison',
  optimizedVersion: 'Nouvelle version',
  testRunMissing: 'Un test a été demandé, mais il n’y a aucun résultat.',
  failedWithoutReason: 'La tâche a échoué, et le service n’a pas précisé pourquoi.',

  error: (key) => ERROR_LABELS[key],
  projectError: (key) => PROJECT_ERROR_LABELS[key] ?? ERROR_LABELS[key],
  offline: 'Vous êtes hors ligne. Les mises à jour reprendront au retour de la connexion.',
  offlineRetry: 'Vous êtes hors ligne. Réessayez au retour de la connexion.',
  paused: 'Les mises à jour sont en pause.',
  updatedAgo: (ago) => `Mise à jour ${ago}`,
  retryingIn: (duration) => `Nouvelle tentative dans ${duration}`,
  retrying: 'Nouvelle tentative…',
  retryNow: 'Réessayer maintenant',
  retry: 'Réessayer',

  cancel: 'Annuler la tâche',
  cancelConfirmTitle: 'Annuler cette tâche\u202f? Sa progression sera perdue.',
  cancelConfirm: 'Oui, annuler la tâche',
  cancelDismiss: 'Ne pas annuler',
  cancelling: 'Annulation…',
  cancelFailed: 'Impossible d’annuler la tâche.',

  jobs: 'Tâches',
  loadingJobs: 'Chargement des tâches…',
  noJobs: 'Aucune tâche pour l’instant',
  loadMore: 'Afficher plus de tâches',
  loadingMore: 'Chargement…',

  startJob: 'Lancer la tâche',
  starting: 'Lancement…',
  jobStarted: 'Tâche lancée.',
  openJob: 'Ouvrir la tâche',
  repeatConfirmTitle: 'Vous avez déjà lancé une tâche avec les mêmes données. En lancer une autre\u202f?',
  repeatConfirm: 'Lancer une autre tâche',
  repeatDismiss: 'Ne pas lancer',
  promptVersionId: 'ID de la version du prompt',
  datasetId: 'ID du jeu de données',
  instructions: 'Instructions',
  optional: '(facultatif)',
  options: 'Options',
  useBestPractices: 'Appliquer les bonnes pratiques',
  useLabels: 'Utiliser les annotations humaines',
  useCustomerFeedback: 'Utiliser les avis clients',
  runTest: 'Tester la nouvelle version et la comparer à celle d’origine',
  required: 'Champ obligatoire',
  invalidId: 'Saisissez un ID valide, par exemple 3c90c3cc-0d44-4b50-8888-8dd25736052a.',
  startFailed: 'Impossible de lancer la tâche.',
  mayHaveStarted: 'La tâche a peut-être quand même été lancée. Vérifiez la liste avant de réessayer.',

  reconnected: 'Les mises à jour ont repris.',
  promptChanges: 'Modifications du prompt',
  promptUnchanged: 'Le prompt est inchangé.',
  lineCounts: (added, removed) =>
    `${added} ${isSingular(added) ? 'ligne ajoutée' : 'lignes ajoutées'}, ${removed} ${isSingular(removed) ? 'supprimée' : 'supprimées'}`,
  messageChange: (change) => MESSAGE_CHANGES[change],
  messageRole: (role) => (role === 'history' ? 'Conversation jusqu’ici' : role),
  lineChange: (change) => (change === 'added' ? 'Ajout\u00a0:' : 'Suppression\u00a0:'),
  showUnchanged: (count, formatted) =>
    plural('fr', count, {
      one: `Afficher ${formatted} ligne inchangée`,
      many: `Afficher ${formatted} de lignes inchangées`,
      other: `Afficher ${formatted} lignes inchangées`,
    }),
  hideUnchanged: (count, formatted) =>
    plural('fr', count, {
      one: `Masquer ${formatted} ligne inchangée`,
      many: `Masquer ${formatted} de lignes inchangées`,
      other: `Masquer ${formatted} lignes inchangées`,
    }),
  media: (name) => `[${name}]`,
  setting: (name) => (Object.hasOwn(SETTINGS, name) && SETTINGS[name]) || name,
  settingMissing: 'non défini',
  variablesAdded: 'Nouvelles variables',
  variablesRemoved: 'Variables supprimées',
  tooLargeToCompare:
    'Ce message est trop volumineux pour une comparaison ligne par ligne. L’original précède le nouveau.',
  unifiedView: 'Unifié',
  splitView: 'Côte à côte',
  view: 'Affichage',
  loadingOutcome: 'Chargement…',
  versionNotFound: 'Version du prompt introuvable.',
  testRunNotFound: 'Exécution du test introuvable.',
  outcomeForbidden: 'Accès refusé. Demandez l’accès au propriétaire du projet.',
  copyPrompt: 'Copier le nouveau prompt',
  copyFailed: 'Copie impossible. Sélectionnez le texte.',

  testResults: 'Résultats du test',
  examples: (count, formatted) =>
    plural('fr', count, {
      one: `${formatted} exemple`,
      many: `${formatted} d’exemples`,
      other: `${formatted} exemples`,
    }),
  testedVersion: (version) => `Version ${version}`,
  criterion: 'Critère',
  beforeChange: 'Avant',
  afterChange: 'Après',
  change: 'Évolution',
  evaluation: (evaluation) => EVALUATIONS[evaluation],
  passedOf: (passed, total) => `${passed} / ${total}`,
  averageScore: (score) => `moyenne ${score}`,
  noFigures: 'aucune donnée',
  changeWord: (change) => CHANGE_WORDS[change],
  points: (points) => `${points}\u00a0pts`,
  resultsSummary: (better, worse, total) =>
    `${better} ${better <= 1 ? 'critère' : 'critères'} sur ${total} en progrès, ${worse} en recul`,
  noCriteria: 'Aucun critère d’évaluation, donc aucune donnée.',
  noTestFigures: 'Pas encore de données. Un prompt sans critères d’évaluation n’en produit pas.',
  otherTestRunUnknown: 'Pas de comparaison\u00a0: le test de l’autre version n’est pas connu.',
  testInProgress: 'Le test est en cours.',
  testFailed: 'Le test a échoué.',

  announceStep: (title, position, stepName) => `${title}\u00a0: ${position}, ${stepName}`,
  announceStatus: (title, status) => `${title}\u00a0: ${status}`,

  prompt: 'Prompt',
  version: 'Version',
  dataset: 'Jeu de données',
  choose: 'Choisir…',
  latestVersion: (name) => `${name} · la plus récente`,
  loadingOptions: 'Chargement…',
  noPrompts: 'Ce projet ne contient aucun prompt.',
  noVersions: 'Ce prompt n’a aucune version.',
  noDatasets: 'Ce projet ne contient aucun jeu de données.',
  promptsFailed: 'Impossible de charger les prompts. Réessayez ou saisissez l’ID d’une version.',
  datasetsFailed: 'Impossible de charger les jeux de données. Réessayez ou saisissez l’ID de l’un d’eux.',
  optionsIncomplete: 'Impossible de charger toutes les options.',
  search: (field) => `Rechercher\u00a0: ${field}`,
  noMatches: 'Aucun résultat',
  showPrompt: 'Afficher le prompt',
  inputs: (names) => `Entrées\u00a0: ${names}`,
  missingInputs: (names) => `Le jeu de données ne renseigne pas ces variables du prompt\u00a0: ${names}`,
  unusedInputs: (names) => `Le prompt n’utilise pas ces entrées du jeu de données\u00a0: ${names}`,

  noInstructions: 'Aucune',
  optionsOff: 'Désactivées',
  runAgain: 'Relancer…',
  inputUnknown:
    'Cette tâche a été lancée ailleurs\u00a0: son jeu de données, ses instructions et ses autres options ne sont pas connus. Choisissez-les à nouveau.',

  deploy: 'Déployer…',
  deploying: 'Déploiement…',
  deployQuestion: (version, environment) =>
    environment
      ? `Déployer ${version} sur ${environment}\u202f? Cela change ce qui s’y exécute.`
      : `Déployer ${version}\u202f?`,
  environment: 'Environnement',
  noEnvironments: 'Le compte n’a aucun environnement.',
  environmentsFailed: 'Impossible de charger les environnements. Saisissez le nom de l’un d’eux.',
  deployConfirm: (environment) => (environment ? `Déployer sur ${environment}` : 'Déployer'),
  deployDismiss: 'Ne pas déployer',
  deployed: (version, environment) => `${version} est déployée sur ${environment}.`,
  deployFailed: 'La version n’a pas été déployée.',
  mayHaveDeployed:
    'La version a peut-être quand même été déployée. Vérifiez l’environnement avant de réessayer.',

  completedInTitle: (count, formatted) =>
    plural('fr', count, { one: `${formatted} terminée`, other: `${formatted} terminées` }),
  failedInTitle: (count, formatted) =>
    plural('fr', count, {
      one: `${formatted} échec`,
      many: `${formatted} d’échecs`,
      other: `${formatted} échecs`,
    }),
}

/** Whether a formatted number takes the singular: as by the plural rules, also zero. */
function isSingular(formatted: string): boolean {
  return formatted === '0' || formatted === '1'
}
