import type { DurationUnit, StatusKey } from '../labels/CardLabels.js'
import type { ErrorKey } from '../labels/getErrorKey.js'
import type { JobLabels } from '../labels/JobLabels.js'
import { plural } from '../labels/plural.js'

const STATUS_LABELS: Record<StatusKey, string> = {
  idle: 'Nenhuma tarefa',
  loading: 'Carregando',
  queued: 'Na fila',
  running: 'Em execução',
  cancelling: 'Cancelando',
  completed: 'Concluída',
  failed: 'Falhou',
  cancelled: 'Cancelada',
  error: 'Indisponível',
}

const STEP_STATES = { done: 'concluída', failed: 'falhou', stopped: 'interrompida' }

const UNITS: Record<DurationUnit, string> = { day: 'd', hour: 'h', minute: 'min', second: 's' }

const ERROR_LABELS: Record<ErrorKey, string> = {
  token: 'Não foi possível fazer login no serviço.',
  network: 'Não foi possível se conectar ao serviço.',
  timeout: 'O serviço demorou demais para responder.',
  'invalid-response':
    'Resposta inesperada. Talvez você tenha saído da sua conta ou a URL da API esteja incorreta.',
  'invalid-request': 'Solicitação inválida. Verifique o ID do projeto, o ID da tarefa e a URL da API.',
  'bad-request': 'Solicitação inválida. Verifique o ID do projeto e o ID da tarefa.',
  unauthorized: 'Sua sessão expirou. Faça login novamente.',
  forbidden: 'Você não tem acesso a esta tarefa. Peça acesso ao responsável pelo projeto.',
  'not-found': 'Tarefa não encontrada. Verifique o link.',
  'rate-limited': 'O serviço está ocupado.',
  'server-error': 'Ocorreu um erro no serviço.',
  rejected: 'O serviço rejeitou a solicitação.',
  unexpected: 'Algo deu errado.',
}

const PROJECT_ERROR_LABELS: Partial<Record<ErrorKey, string>> = {
  'bad-request': 'Solicitação inválida. Verifique os IDs.',
  'invalid-request': 'Solicitação inválida. Verifique os IDs e a URL da API.',
  forbidden: 'Você não tem acesso a este projeto. Peça acesso ao responsável.',
  'not-found': 'Projeto não encontrado. Verifique o ID do projeto.',
}

const MESSAGE_CHANGES = {
  unchanged: 'sem alterações',
  changed: 'com alterações',
  added: 'adicionada',
  removed: 'removida',
  moved: 'movida',
}

const EVALUATIONS = { human: 'por pessoas', auto: 'por um modelo', client: 'pelo seu aplicativo' }

const CHANGE_WORDS = {
  better: 'melhor',
  worse: 'pior',
  same: 'igual',
  higher: 'mais alta',
  lower: 'mais baixa',
}

const SETTINGS: Record<string, string> = {
  provider: 'Provedor',
  model: 'Modelo',
  temperature: 'Temperatura',
  max_tokens: 'Máx. de tokens',
  top_p: 'Top P',
  tool_schema: 'Ferramentas',
  output_schema: 'Esquema de saída',
}

/** The labels in Brazilian Portuguese. */
export const ptBR: JobLabels = {
  locale: 'pt-BR',
  direction: 'ltr',

  title: 'Otimização do prompt',
  defaultJobTitle: (jobId) => `Tarefa ${jobId}`,
  status: (key) => STATUS_LABELS[key],

  durationPart: (count, unit) => `${count}\u00a0${UNITS[unit]}`,
  ago: (duration) => `há ${duration}`,
  justNow: 'agora mesmo',

  noJob: 'Nenhuma tarefa ainda',
  loadingJob: 'Carregando a tarefa…',
  createdAgo: (ago) => `Criada ${ago}`,
  runningFor: (duration) => `Em execução há ${duration}`,
  startedAgo: (ago) => `Iniciada ${ago}`,
  completedAfter: (duration, ago) => `Concluída ${ago} · levou ${duration}`,
  endedAfter: (status, duration, ago) => `${status} após ${duration} · ${ago}`,

  progress: 'Progresso',
  waitingToStart: 'Aguardando início',
  working: 'Em andamento',
  stepOf: (step, totalSteps) => `Etapa ${step} de ${totalSteps}`,
  stepOfShort: (step, totalSteps) => `${step} / ${totalSteps}`,
  stepNumber: (step) => `Etapa ${step}`,
  endedIn: (status, stepName) => `${status} em: ${stepName}`,
  stalledFor: (duration) => `Sem progresso há ${duration}`,

  details: 'Detalhes',
  steps: 'Etapas',
  stepState: (state) => STEP_STATES[state],
  atLeast: (duration) => `pelo menos ${duration}`,
  moreSteps: (count, formatted) =>
    plural('pt-BR', count, {
      one: `Mais ${formatted} etapa`,
      many: `Mais ${formatted} de etapas`,
      other: `Mais ${formatted} etapas`,
    }),
  createdAt: 'Criação',
  completedAt: 'Conclusão',
  jobId: 'ID da tarefa',
  originalVersionId: 'ID da versão original',
  optimizedVersionId: 'ID da nova versão',
  promptTemplateId: 'ID do modelo de prompt',
  copy: (name) => `Copiar ${name}`,
  copied: 'Copiado',

  dataSources: 'Fontes de dados',
  humanLabels: (count) =>
    plural('pt-BR', count, {
      one: 'anotação humana',
      many: 'de anotações humanas',
      other: 'anotações humanas',
    }),
  customerFeedback: (count) =>
    plural('pt-BR', count, {
      one: 'feedback de cliente',
      many: 'de feedbacks de clientes',
      other: 'feedbacks de clientes',
    }),

  summary: 'O que mudou',
  showMore: 'Mostrar mais',
  showLess: 'Mostrar menos',
  results: 'Resultados',
  testRun: 'Execução de teste',
  comparison: 'Comparação',
  optimizedVersion: 'Nova versão',
  testRunMissing: 'Uma execução de teste foi solicitada, mas não há resultados.',
  failedWithoutReason: 'A tarefa falhou, e o serviço não informou o motivo.',

  error: (key) => ERROR_LABELS[key],
  projectError: (key) => PROJECT_ERROR_LABELS[key] ?? ERROR_LABELS[key],
  offline: 'Você está offline. As atualizações serão retomadas quando a conexão voltar.',
  offlineRetry: 'Você está offline. Tente novamente quando a conexão voltar.',
  paused: 'As atualizações estão pausadas.',
  updatedAgo: (ago) => `Última atualização ${ago}`,
  retryingIn: (duration) => `Nova tentativa em ${duration}`,
  retrying: 'Tentando novamente…',
  retryNow: 'Tentar agora',
  retry: 'Tentar novamente',

  cancel: 'Cancelar tarefa',
  cancelConfirmTitle: 'Cancelar esta tarefa? O progresso será perdido.',
  cancelConfirm: 'Sim, cancelar tarefa',
  cancelDismiss: 'Não cancelar',
  cancelling: 'Cancelando…',
  cancelFailed: 'Não foi possível cancelar a tarefa.',

  jobs: 'Tarefas',
  loadingJobs: 'Carregando tarefas…',
  noJobs: 'Nenhuma tarefa ainda',
  loadMore: 'Mostrar mais tarefas',
  loadingMore: 'Carregando…',

  startJob: 'Iniciar tarefa',
  starting: 'Iniciando…',
  jobStarted: 'Tarefa iniciada.',
  openJob: 'Abrir tarefa',
  repeatConfirmTitle: 'Você já iniciou uma tarefa com os mesmos dados. Iniciar outra?',
  repeatConfirm: 'Iniciar outra tarefa',
  repeatDismiss: 'Não iniciar',
  promptVersionId: 'ID da versão do prompt',
  datasetId: 'ID do conjunto de dados',
  instructions: 'Instruções',
  optional: '(opcional)',
  options: 'Opções',
  useBestPractices: 'Aplicar boas práticas',
  useLabels: 'Usar anotações humanas',
  useCustomerFeedback: 'Usar feedback de clientes',
  runTest: 'Testar a nova versão e compará-la com a original',
  required: 'Obrigatório',
  invalidId: 'Insira um ID válido, como 3c90c3cc-0d44-4b50-8888-8dd25736052a.',
  startFailed: 'Não foi possível iniciar a tarefa.',
  mayHaveStarted: 'A tarefa pode ter sido iniciada mesmo assim. Confira a lista antes de tentar novamente.',

  reconnected: 'As atualizações foram retomadas.',
  promptChanges: 'Alterações no prompt',
  promptUnchanged: 'O prompt não foi alterado.',
  lineCounts: (added, removed) =>
    `${added} ${isSingular(added) ? 'linha adicionada' : 'linhas adicionadas'}, ${removed} ${isSingular(removed) ? 'removida' : 'removidas'}`,
  messageChange: (change) => MESSAGE_CHANGES[change],
  messageRole: (role) => (role === 'history' ? 'Conversa até aqui' : role),
  lineChange: (change) => (change === 'added' ? 'Adicionado:' : 'Removido:'),
  showUnchanged: (count, formatted) =>
    plural('pt-BR', count, {
      one: `Mostrar ${formatted} linha sem alterações`,
      many: `Mostrar ${formatted} de linhas sem alterações`,
      other: `Mostrar ${formatted} linhas sem alterações`,
    }),
  hideUnchanged: (count, formatted) =>
    plural('pt-BR', count, {
      one: `Ocultar ${formatted} linha sem alterações`,
      many: `Ocultar ${formatted} de linhas sem alterações`,
      other: `Ocultar ${formatted} linhas sem alterações`,
    }),
  media: (name) => `[${name}]`,
  setting: (name) => (Object.hasOwn(SETTINGS, name) && SETTINGS[name]) || name,
  settingMissing: 'não definido',
  variablesAdded: 'Novas variáveis',
  variablesRemoved: 'Variáveis removidas',
  tooLargeToCompare:
    'Esta mensagem é grande demais para uma comparação linha a linha. A original aparece antes da nova.',
  unifiedView: 'Unificada',
  splitView: 'Lado a lado',
  view: 'Visualização',
  loadingOutcome: 'Carregando…',
  versionNotFound: 'Versão do prompt não encontrada.',
  testRunNotFound: 'Execução de teste não encontrada.',
  outcomeForbidden: 'Acesso negado. Peça acesso ao responsável pelo projeto.',
  copyPrompt: 'Copiar novo prompt',
  copyFailed: 'Não foi possível copiar. Selecione o texto.',

  testResults: 'Resultados do teste',
  examples: (count, formatted) =>
    plural('pt-BR', count, {
      one: `${formatted} exemplo`,
      many: `${formatted} de exemplos`,
      other: `${formatted} exemplos`,
    }),
  testedVersion: (version) => `Versão ${version}`,
  criterion: 'Critério',
  beforeChange: 'Antes',
  afterChange: 'Depois',
  change: 'Variação',
  evaluation: (evaluation) => EVALUATIONS[evaluation],
  passedOf: (passed, total) => `${passed} / ${total}`,
  averageScore: (score) => `média ${score}`,
  noFigures: 'sem dados',
  changeWord: (change) => CHANGE_WORDS[change],
  points: (points) => `${points}\u00a0p.p.`,
  resultsSummary: (better, worse, total) =>
    `${better} de ${total} ${total === 1 ? 'critério' : 'critérios'} ${better <= 1 ? 'melhorou' : 'melhoraram'}, ${worse} ${worse <= 1 ? 'piorou' : 'pioraram'}`,
  noCriteria: 'Sem critérios de avaliação, não há dados.',
  noTestFigures: 'Ainda não há dados. Um prompt sem critérios de avaliação não gera nenhum.',
  otherTestRunUnknown: 'Sem comparação: a execução de teste da outra versão não é conhecida.',
  testInProgress: 'O teste está em execução.',
  testFailed: 'O teste falhou.',

  announceStep: (title, position, stepName) => `${title}: ${position}, ${stepName}`,
  announceStatus: (title, status) => `${title}: ${status}`,

  prompt: 'Prompt',
  version: 'Versão',
  dataset: 'Conjunto de dados',
  choose: 'Selecionar…',
  latestVersion: (name) => `${name} · mais recente`,
  loadingOptions: 'Carregando…',
  noPrompts: 'Este projeto não tem prompts.',
  noVersions: 'Este prompt não tem versões.',
  noDatasets: 'Este projeto não tem conjuntos de dados.',
  promptsFailed: 'Não foi possível carregar os prompts. Tente novamente ou insira o ID de uma versão.',
  datasetsFailed:
    'Não foi possível carregar os conjuntos de dados. Tente novamente ou insira o ID de um deles.',
  optionsIncomplete: 'Não foi possível carregar todas as opções.',
  search: (field) => `Buscar: ${field}`,
  noMatches: 'Nenhum resultado',
  showPrompt: 'Mostrar prompt',
  inputs: (names) => `Entradas: ${names}`,
  missingInputs: (names) => `O conjunto de dados não preenche estas variáveis do prompt: ${names}`,
  unusedInputs: (names) => `O prompt não usa estas entradas do conjunto de dados: ${names}`,

  noInstructions: 'Nenhuma',
  optionsOff: 'Desativadas',
  runAgain: 'Executar novamente…',
  inputUnknown:
    'Esta tarefa foi iniciada em outro lugar, por isso o conjunto de dados, as instruções e as outras opções não são conhecidos. Selecione-os novamente.',

  deploy: 'Implantar…',
  deploying: 'Implantando…',
  deployQuestion: (version, environment) =>
    environment
      ? `Implantar ${version} em ${environment}? Isso muda o que é executado lá.`
      : `Implantar ${version}?`,
  environment: 'Ambiente',
  noEnvironments: 'A conta não tem ambientes.',
  environmentsFailed: 'Não foi possível carregar os ambientes. Insira o nome de um deles.',
  deployConfirm: (environment) => (environment ? `Implantar em ${environment}` : 'Implantar'),
  deployDismiss: 'Não implantar',
  deployed: (version, environment) => `${version} foi implantada em ${environment}.`,
  deployFailed: 'A versão não foi implantada.',
  mayHaveDeployed:
    'A versão pode ter sido implantada mesmo assim. Verifique o ambiente antes de tentar novamente.',

  completedInTitle: (count, formatted) =>
    plural('pt-BR', count, { one: `${formatted} concluída`, other: `${formatted} concluídas` }),
  failedInTitle: (count, formatted) =>
    plural('pt-BR', count, { one: `${formatted} falhou`, other: `${formatted} falharam` }),
}

/** Whether a formatted number takes the singular: as by the plural rules, also zero. */
function isSingular(formatted: string): boolean {
  return formatted === '0' || formatted === '1'
}
