import type { DurationUnit, StatusKey } from '../labels/CardLabels.js'
import type { ErrorKey } from '../labels/getErrorKey.js'
import type { JobLabels } from '../labels/JobLabels.js'

const STATUS_LABELS: Record<StatusKey, string> = {
  idle: '无任务',
  loading: '加载中',
  queued: '排队中',
  running: '运行中',
  cancelling: '正在取消',
  completed: '已完成',
  failed: '失败',
  cancelled: '已取消',
  error: '不可用',
}

const STEP_STATES = { done: '已完成', failed: '失败', stopped: '已停止' }

const UNITS: Record<DurationUnit, string> = { day: '天', hour: '小时', minute: '分钟', second: '秒' }

const ERROR_LABELS: Record<ErrorKey, string> = {
  token: '无法登录服务。',
  network: '无法连接到服务。',
  timeout: '服务响应超时。',
  'invalid-response': '响应异常。你可能已退出登录，或 API 地址有误。',
  'invalid-request': '请求无效。请检查项目 ID、任务 ID 和 API 地址。',
  'bad-request': '请求无效。请检查项目 ID 和任务 ID。',
  unauthorized: '登录已过期。请重新登录。',
  forbidden: '你无权访问此任务。请联系项目所有者。',
  'not-found': '未找到任务。请检查链接。',
  'rate-limited': '服务繁忙。',
  'server-error': '服务出现错误。',
  rejected: '服务拒绝了该请求。',
  unexpected: '出错了。',
}

const PROJECT_ERROR_LABELS: Partial<Record<ErrorKey, string>> = {
  'bad-request': '请求无效。请检查 ID。',
  'invalid-request': '请求无效。请检查 ID 和 API 地址。',
  forbidden: '你无权访问此项目。请联系项目所有者。',
  'not-found': '未找到项目。请检查项目 ID。',
}

const MESSAGE_CHANGES = {
  unchanged: '未更改',
  changed: '已更改',
  added: '已添加',
  removed: '已删除',
  moved: '已移动',
}

const EVALUATIONS = { human: '人工评估', auto: '模型评估', client: '应用评估' }

const CHANGE_WORDS = { better: '变好', worse: '变差', same: '持平', higher: '升高', lower: '降低' }

const SETTINGS: Record<string, string> = {
  provider: '提供商',
  model: '模型',
  temperature: '温度',
  max_tokens: '最大 Token 数',
  top_p: 'Top P',
  tool_schema: '工具',
  output_schema: '输出结构',
}

/** The labels in Simplified Chinese. */
export const zh: JobLabels = {
  locale: 'zh',
  direction: 'ltr',

  title: '提示词优化',
  defaultJobTitle: (jobId) => `任务 ${jobId}`,
  status: (key) => STATUS_LABELS[key],

  durationPart: (count, unit) => count + UNITS[unit],
  durationSeparator: '',
  ago: (duration) => `${duration}前`,
  justNow: '刚刚',

  noJob: '暂无任务',
  loadingJob: '正在加载任务…',
  createdAgo: (ago) => `${ago}创建`,
  runningFor: (duration) => `已运行 ${duration}`,
  startedAgo: (ago) => `${ago}启动`,
  completedAfter: (duration, ago) => `${ago}完成 · 用时${duration}`,
  endedAfter: (status, duration, ago) => `${status} · ${ago} · 用时${duration}`,

  progress: '进度',
  waitingToStart: '等待启动',
  working: '处理中',
  stepOf: (step, totalSteps) => `第${step}步，共${totalSteps}步`,
  stepOfShort: (step, totalSteps) => `${step} / ${totalSteps}`,
  stepNumber: (step) => `第${step}步`,
  endedIn: (status, stepName) => `${status}，停在：${stepName}`,
  stalledFor: (duration) => `已有${duration}没有进展`,

  details: '详情',
  steps: '步骤',
  stepState: (state) => STEP_STATES[state],
  atLeast: (duration) => `至少${duration}`,
  moreSteps: (_count, formatted) => `还有${formatted}个步骤`,
  createdAt: '创建时间',
  completedAt: '结束时间',
  jobId: '任务 ID',
  originalVersionId: '原版本 ID',
  optimizedVersionId: '新版本 ID',
  promptTemplateId: '提示词模板 ID',
  copy: (name) => `复制${name}`,
  copied: '已复制',

  dataSources: '数据来源',
  humanLabels: () => '条人工标注',
  customerFeedback: () => '条客户反馈',

  summary: '更改内容',
  showMore: '展开',
  showLess: '收起',
  results: '结果',
  testRun: '测试运行',
  comparison: '对比',
  optimizedVersion: '新版本',
  testRunMissing: '已请求测试运行，但没有结果。',
  failedWithoutReason: '任务失败，服务未说明原因。',

  error: (key) => ERROR_LABELS[key],
  projectError: (key) => PROJECT_ERROR_LABELS[key] ?? ERROR_LABELS[key],
  offline: '网络已断开。重新连接后将恢复更新。',
  offlineRetry: '网络已断开。请在重新连接后重试。',
  paused: '更新已暂停。',
  updatedAgo: (ago) => `${ago}更新`,
  retryingIn: (duration) => `${duration}后重试`,
  retrying: '正在重试…',
  retryNow: '立即重试',
  retry: '重试',

  cancel: '取消任务',
  cancelConfirmTitle: '要取消此任务吗？当前进度将会丢失。',
  cancelConfirm: '确认取消',
  cancelDismiss: '继续任务',
  cancelling: '正在取消…',
  cancelFailed: '无法取消任务。',

  jobs: '任务',
  loadingJobs: '正在加载任务…',
  noJobs: '暂无任务',
  loadMore: '显示更多任务',
  loadingMore: '正在加载…',

  startJob: '启动任务',
  starting: '正在启动…',
  jobStarted: '任务已启动。',
  openJob: '打开任务',
  repeatConfirmTitle: '你已用相同的输入启动过任务。要再启动一个吗？',
  repeatConfirm: '再启动一个任务',
  repeatDismiss: '不启动',
  promptVersionId: '提示词版本 ID',
  datasetId: '数据集 ID',
  instructions: '说明',
  optional: '（可选）',
  options: '选项',
  useBestPractices: '应用最佳实践',
  useLabels: '使用人工标注',
  useCustomerFeedback: '使用客户反馈',
  runTest: '测试新版本并与原版本对比',
  required: '必填',
  invalidId: '请输入有效的 ID，例如 3c90c3cc-0d44-4b50-8888-8dd25736052a。',
  startFailed: '无法启动任务。',
  mayHaveStarted: '任务可能已经启动。重试前请先查看列表。',

  reconnected: '已恢复更新。',
  promptChanges: '提示词的更改',
  promptUnchanged: '提示词没有更改。',
  lineCounts: (added, removed) => `添加${added}行，删除${removed}行`,
  messageChange: (change) => MESSAGE_CHANGES[change],
  messageRole: (role) => (role === 'history' ? '此前的对话' : role),
  lineChange: (change) => (change === 'added' ? '添加：' : '删除：'),
  showUnchanged: (_count, formatted) => `显示${formatted}行未更改的内容`,
  hideUnchanged: (_count, formatted) => `隐藏${formatted}行未更改的内容`,
  media: (name) => `[${name}]`,
  setting: (name) => (Object.hasOwn(SETTINGS, name) && SETTINGS[name]) || name,
  settingMissing: '未设置',
  variablesAdded: '新增变量',
  variablesRemoved: '已删除的变量',
  tooLargeToCompare: '此消息过大，无法逐行对比。先显示原消息，再显示新消息。',
  unifiedView: '统一',
  splitView: '并排',
  view: '视图',
  loadingOutcome: '正在加载…',
  versionNotFound: '未找到提示词版本。',
  testRunNotFound: '未找到测试运行。',
  outcomeForbidden: '你无权访问。请联系项目所有者。',
  copyPrompt: '复制新提示词',
  copyFailed: '无法复制。请手动选择文本。',

  testResults: '测试结果',
  examples: (_count, formatted) => `${formatted}个示例`,
  testedVersion: (version) => `版本 ${version}`,
  criterion: '评估标准',
  beforeChange: '更改前',
  afterChange: '更改后',
  change: '变化',
  evaluation: (evaluation) => EVALUATIONS[evaluation],
  passedOf: (passed, total) => `${passed} / ${total}`,
  averageScore: (score) => `平均 ${score}`,
  noFigures: '无数据',
  changeWord: (change) => CHANGE_WORDS[change],
  points: (points) => `${points}个百分点`,
  resultsSummary: (better, worse, total) => `${total}项标准中，${better}项变好，${worse}项变差`,
  noCriteria: '没有评估标准，因此没有数据。',
  noTestFigures: '暂无数据。没有评估标准的提示词不会产生数据。',
  otherTestRunUnknown: '无法对比：另一版本的测试运行未知。',
  testInProgress: '测试正在运行。',
  testFailed: '测试失败。',

  announceStep: (title, position, stepName) => `${title}：${position}，${stepName}`,
  announceStatus: (title, status) => `${title}：${status}`,

  prompt: '提示词',
  version: '版本',
  dataset: '数据集',
  choose: '请选择…',
  latestVersion: (name) => `${name} · 最新`,
  loadingOptions: '正在加载…',
  noPrompts: '此项目没有提示词。',
  noVersions: '此提示词没有版本。',
  noDatasets: '此项目没有数据集。',
  promptsFailed: '无法加载提示词。请重试，或输入版本 ID。',
  datasetsFailed: '无法加载数据集。请重试，或输入数据集 ID。',
  optionsIncomplete: '部分选项未能加载。',
  search: (field) => `搜索${field}`,
  noMatches: '无匹配结果',
  showPrompt: '显示提示词',
  inputs: (names) => `输入：${names}`,
  missingInputs: (names) => `数据集未提供提示词的以下变量：${names}`,
  unusedInputs: (names) => `提示词未使用数据集的以下输入：${names}`,

  noInstructions: '无',
  optionsOff: '已关闭',
  runAgain: '再次运行…',
  inputUnknown: '此任务是在别处启动的，因此数据集、说明和其他选项未知。请重新选择。',

  deploy: '部署…',
  deploying: '正在部署…',
  deployQuestion: (version, environment) =>
    environment
      ? `要将 ${version} 部署到 ${environment} 吗？这会更改该环境中运行的内容。`
      : `要部署 ${version} 吗？`,
  environment: '环境',
  noEnvironments: '此账号没有环境。',
  environmentsFailed: '无法加载环境。请输入环境名称。',
  deployConfirm: (environment) => (environment ? `部署到 ${environment}` : '部署'),
  deployDismiss: '不部署',
  deployed: (version, environment) => `${version} 已部署到 ${environment}。`,
  deployFailed: '版本未部署。',
  mayHaveDeployed: '版本可能已经部署。重试前请先检查环境。',

  completedInTitle: (_count, formatted) => `${formatted}个已完成`,
  failedInTitle: (_count, formatted) => `${formatted}个失败`,
}
