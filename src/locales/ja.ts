import type { DurationUnit, StatusKey } from '../labels/CardLabels.js'
import type { ErrorKey } from '../labels/getErrorKey.js'
import type { JobLabels } from '../labels/JobLabels.js'

const STATUS_LABELS: Record<StatusKey, string> = {
  idle: 'ジョブなし',
  loading: '読み込み中',
  queued: '待機中',
  running: '実行中',
  cancelling: 'キャンセル中',
  completed: '完了',
  failed: '失敗',
  cancelled: 'キャンセル済み',
  error: '取得不可',
}

const STEP_STATES = { done: '完了', failed: '失敗', stopped: '停止' }

const UNITS: Record<DurationUnit, string> = { day: '日', hour: '時間', minute: '分', second: '秒' }

const ERROR_LABELS: Record<ErrorKey, string> = {
  token: 'サービスにサインインできませんでした。',
  network: 'サービスに接続できません。',
  timeout: 'サービスから時間内に応答がありませんでした。',
  'invalid-response':
    '予期しない応答です。サインアウトされているか、API の URL が間違っている可能性があります。',
  'invalid-request': 'リクエストが無効です。プロジェクト ID、ジョブ ID、API の URL を確認してください。',
  'bad-request': 'リクエストが無効です。プロジェクト ID とジョブ ID を確認してください。',
  unauthorized: 'セッションの有効期限が切れました。もう一度サインインしてください。',
  forbidden: 'このジョブへのアクセス権がありません。プロジェクトの所有者にお問い合わせください。',
  'not-found': 'ジョブが見つかりません。リンクを確認してください。',
  'rate-limited': 'サービスが混み合っています。',
  'server-error': 'サービス側で問題が発生しました。',
  rejected: 'サービスがリクエストを拒否しました。',
  unexpected: '問題が発生しました。',
}

const PROJECT_ERROR_LABELS: Partial<Record<ErrorKey, string>> = {
  'bad-request': 'リクエストが無効です。ID を確認してください。',
  'invalid-request': 'リクエストが無効です。ID と API の URL を確認してください。',
  forbidden: 'このプロジェクトへのアクセス権がありません。所有者にお問い合わせください。',
  'not-found': 'プロジェクトが見つかりません。プロジェクト ID を確認してください。',
}

const MESSAGE_CHANGES = {
  unchanged: '変更なし',
  changed: '変更あり',
  added: '追加',
  removed: '削除',
  moved: '移動',
}

const EVALUATIONS = { human: '人による評価', auto: 'モデルによる評価', client: 'アプリによる評価' }

const CHANGE_WORDS = { better: '改善', worse: '悪化', same: '変化なし', higher: '上昇', lower: '低下' }

const SETTINGS: Record<string, string> = {
  provider: 'プロバイダー',
  model: 'モデル',
  temperature: '温度',
  max_tokens: '最大トークン数',
  top_p: 'Top P',
  tool_schema: 'ツール',
  output_schema: '出力スキーマ',
}

/** The Japanese labels. */
export const ja: JobLabels = {
  locale: 'ja',
  direction: 'ltr',

  title: 'プロンプトの最適化',
  defaultJobTitle: (jobId) => `ジョブ ${jobId}`,
  status: (key) => STATUS_LABELS[key],

  durationPart: (count, unit) => count + UNITS[unit],
  durationSeparator: '',
  ago: (duration) => `${duration}前`,
  justNow: 'たった今',

  noJob: 'ジョブはまだありません',
  loadingJob: 'ジョブを読み込んでいます…',
  createdAgo: (ago) => `作成：${ago}`,
  runningFor: (duration) => `経過時間：${duration}`,
  startedAgo: (ago) => `開始：${ago}`,
  completedAfter: (duration, ago) => `完了：${ago} · 所要時間：${duration}`,
  endedAfter: (status, duration, ago) => `${status}：${ago} · 実行時間：${duration}`,

  progress: '進行状況',
  waitingToStart: '開始を待っています',
  working: '処理中',
  stepOf: (step, totalSteps) => `ステップ ${step}/${totalSteps}`,
  stepOfShort: (step, totalSteps) => `${step} / ${totalSteps}`,
  stepNumber: (step) => `ステップ ${step}`,
  endedIn: (status, stepName) => `${status}（${stepName}）`,
  stalledFor: (duration) => `進捗なし：${duration}`,

  details: '詳細',
  steps: 'ステップ',
  stepState: (state) => STEP_STATES[state],
  atLeast: (duration) => `${duration}以上`,
  moreSteps: (_count, formatted) => `ほか${formatted}ステップ`,
  createdAt: '作成日時',
  completedAt: '終了日時',
  jobId: 'ジョブ ID',
  originalVersionId: '元のバージョンの ID',
  optimizedVersionId: '新しいバージョンの ID',
  promptTemplateId: 'プロンプトテンプレート ID',
  copy: (name) => `${name} をコピー`,
  copied: 'コピーしました',

  dataSources: 'データソース',
  humanLabels: () => '件の人手ラベル',
  customerFeedback: () => '件の顧客フィードバック',

  summary: '変更点',
  showMore: 'もっと見る',
  showLess: '折りたたむ',
  results: '結果',
  testRun: 'テスト実行',
  comparison: '比較',
  optimizedVersion: '新しいバージョン',
  testRunMissing: 'テスト実行が指定されましたが、結果がありません。',
  failedWithoutReason: 'ジョブが失敗しました。理由はサービスから通知されていません。',

  error: (key) => ERROR_LABELS[key],
  projectError: (key) => PROJECT_ERROR_LABELS[key] ?? ERROR_LABELS[key],
  offline: 'オフラインです。再接続すると更新が再開されます。',
  offlineRetry: 'オフラインです。再接続してから、もう一度お試しください。',
  paused: '更新を一時停止しています。',
  updatedAgo: (ago) => `最終更新：${ago}`,
  retryingIn: (duration) => `${duration}後に再試行`,
  retrying: '再試行しています…',
  retryNow: '今すぐ再試行',
  retry: '再試行',

  cancel: 'ジョブをキャンセル',
  cancelConfirmTitle: 'このジョブをキャンセルしますか？これまでの進捗は失われます。',
  cancelConfirm: 'はい、キャンセルする',
  cancelDismiss: 'ジョブを続ける',
  cancelling: 'キャンセルしています…',
  cancelFailed: 'ジョブをキャンセルできませんでした。',

  jobs: 'ジョブ',
  loadingJobs: 'ジョブを読み込んでいます…',
  noJobs: 'ジョブはまだありません',
  loadMore: 'ジョブをさらに表示',
  loadingMore: '読み込んでいます…',

  startJob: 'ジョブを開始',
  starting: '開始しています…',
  jobStarted: 'ジョブを開始しました。',
  openJob: 'ジョブを開く',
  repeatConfirmTitle: '同じ入力のジョブをすでに開始しています。もう一つ開始しますか？',
  repeatConfirm: '別のジョブを開始',
  repeatDismiss: '開始しない',
  promptVersionId: 'プロンプトバージョン ID',
  datasetId: 'データセット ID',
  instructions: '指示',
  optional: '（任意）',
  options: 'オプション',
  useBestPractices: 'ベストプラクティスを適用',
  useLabels: '人手ラベルを使用',
  useCustomerFeedback: '顧客フィードバックを使用',
  runTest: '新しいバージョンをテストし、元のバージョンと比較',
  required: '必須',
  invalidId: '有効な ID を入力してください（例：3c90c3cc-0d44-4b50-8888-8dd25736052a）。',
  startFailed: 'ジョブを開始できませんでした。',
  mayHaveStarted: 'ジョブは開始されている可能性があります。再試行する前に一覧を確認してください。',

  reconnected: '更新を再開しました。',
  promptChanges: 'プロンプトの変更',
  promptUnchanged: 'プロンプトに変更はありません。',
  lineCounts: (added, removed) => `${added}行追加、${removed}行削除`,
  messageChange: (change) => MESSAGE_CHANGES[change],
  messageRole: (role) => (role === 'history' ? 'これまでの会話' : role),
  lineChange: (change) => (change === 'added' ? '追加：' : '削除：'),
  showUnchanged: (_count, formatted) => `変更のない${formatted}行を表示`,
  hideUnchanged: (_count, formatted) => `変更のない${formatted}行を非表示`,
  media: (name) => `[${name}]`,
  setting: (name) => (Object.hasOwn(SETTINGS, name) && SETTINGS[name]) || name,
  settingMissing: '未設定',
  variablesAdded: '新しい変数',
  variablesRemoved: '削除された変数',
  tooLargeToCompare:
    'このメッセージは大きすぎるため、行ごとに比較できません。元のメッセージ、新しいメッセージの順に表示します。',
  unifiedView: '統合',
  splitView: '分割',
  view: '表示',
  loadingOutcome: '読み込んでいます…',
  versionNotFound: 'プロンプトのバージョンが見つかりません。',
  testRunNotFound: 'テスト実行が見つかりません。',
  outcomeForbidden: 'アクセス権がありません。プロジェクトの所有者にお問い合わせください。',
  copyPrompt: '新しいプロンプトをコピー',
  copyFailed: 'コピーできませんでした。テキストを選択してコピーしてください。',

  testResults: 'テスト結果',
  examples: (_count, formatted) => `${formatted}件のサンプル`,
  testedVersion: (version) => `バージョン ${version}`,
  criterion: '評価基準',
  beforeChange: '変更前',
  afterChange: '変更後',
  change: '変化',
  evaluation: (evaluation) => EVALUATIONS[evaluation],
  passedOf: (passed, total) => `${passed} / ${total}`,
  averageScore: (score) => `平均 ${score}`,
  noFigures: '数値なし',
  changeWord: (change) => CHANGE_WORDS[change],
  points: (points) => `${points}ポイント`,
  resultsSummary: (better, worse, total) => `評価基準${total}件中${better}件が改善、${worse}件が悪化`,
  noCriteria: '評価基準がないため、数値はありません。',
  noTestFigures: '数値はまだありません。評価基準のないプロンプトでは数値は出ません。',
  otherTestRunUnknown: '比較なし：もう一方のバージョンのテスト実行が不明です。',
  testInProgress: 'テストを実行しています。',
  testFailed: 'テストが失敗しました。',

  announceStep: (title, position, stepName) => `${title}：${position}、${stepName}`,
  announceStatus: (title, status) => `${title}：${status}`,

  prompt: 'プロンプト',
  version: 'バージョン',
  dataset: 'データセット',
  choose: '選択してください',
  latestVersion: (name) => `${name} · 最新`,
  loadingOptions: '読み込んでいます…',
  noPrompts: 'このプロジェクトにはプロンプトがありません。',
  noVersions: 'このプロンプトにはバージョンがありません。',
  noDatasets: 'このプロジェクトにはデータセットがありません。',
  promptsFailed: 'プロンプトを読み込めませんでした。再試行するか、バージョンの ID を入力してください。',
  datasetsFailed: 'データセットを読み込めませんでした。再試行するか、データセットの ID を入力してください。',
  optionsIncomplete: '一部を読み込めませんでした。',
  search: (field) => `${field}を検索`,
  noMatches: '一致する項目はありません',
  showPrompt: 'プロンプトを表示',
  inputs: (names) => `入力：${names}`,
  missingInputs: (names) => `データセットに値がないプロンプトの変数：${names}`,
  unusedInputs: (names) => `プロンプトで使われていないデータセットの入力：${names}`,

  noInstructions: 'なし',
  optionsOff: 'オフ',
  runAgain: '再実行…',
  inputUnknown:
    'このジョブは別の場所で開始されたため、データセット、指示、その他のオプションが不明です。もう一度選択してください。',

  deploy: 'デプロイ…',
  deploying: 'デプロイしています…',
  deployQuestion: (version, environment) =>
    environment
      ? `${version} を ${environment} にデプロイしますか？そこで実行される内容が変わります。`
      : `${version} をデプロイしますか？`,
  environment: '環境',
  noEnvironments: 'アカウントに環境がありません。',
  environmentsFailed: '環境を読み込めませんでした。環境の名前を入力してください。',
  deployConfirm: (environment) => (environment ? `${environment} にデプロイ` : 'デプロイ'),
  deployDismiss: 'デプロイしない',
  deployed: (version, environment) => `${version} を ${environment} にデプロイしました。`,
  deployFailed: 'バージョンはデプロイされませんでした。',
  mayHaveDeployed: 'バージョンはデプロイされている可能性があります。再試行する前に環境を確認してください。',

  completedInTitle: (_count, formatted) => `${formatted}件完了`,
  failedInTitle: (_count, formatted) => `${formatted}件失敗`,
}
