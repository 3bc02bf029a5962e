import type { DurationUnit, StatusKey } from '../labels/CardLabels.js'
import type { ErrorKey } from '../labels/getErrorKey.js'
import type { JobLabels } from '../labels/JobLabels.js'
import { plural } from '../labels/plural.js'

const STATUS_LABELS: Record<StatusKey, string> = {
  idle: 'لا توجد مهمة',
  loading: 'جارٍ التحميل',
  queued: 'في الانتظار',
  running: 'قيد التنفيذ',
  cancelling: 'جارٍ الإلغاء',
  completed: 'مكتملة',
  failed: 'فشلت',
  cancelled: 'ملغاة',
  error: 'غير متاحة',
}

const STEP_STATES = { done: 'اكتملت', failed: 'فشلت', stopped: 'توقفت' }

const UNITS: Record<DurationUnit, string> = { day: 'ي', hour: 'س', minute: 'د', second: 'ث' }

function countJobs(count: number, formatted: string): string {
  return plural('ar', count, {
    one: 'مهمة واحدة',
    two: 'مهمتان',
    few: `${formatted} مهام`,
    other: `${formatted} مهمة`,
  })
}

const ERROR_LABELS: Record<ErrorKey, string> = {
  token: 'تعذر تسجيل الدخول إلى الخدمة.',
  network: 'يتعذر الوصول إلى الخدمة.',
  timeout: 'استغرقت الخدمة وقتًا أطول من اللازم للرد.',
  'invalid-response': 'استجابة غير متوقعة. ربما سُجّل خروجك أو أن عنوان واجهة البرمجة غير صحيح.',
  'invalid-request': 'طلب غير صالح. تحقق من معرّف المشروع ومعرّف المهمة وعنوان واجهة البرمجة.',
  'bad-request': 'طلب غير صالح. تحقق من معرّف المشروع ومعرّف المهمة.',
  unauthorized: 'انتهت صلاحية جلستك. سجّل الدخول من جديد.',
  forbidden: 'ليس لديك إذن بالوصول إلى هذه المهمة. تواصل مع مالك المشروع.',
  'not-found': 'لم يُعثر على المهمة. تحقق من الرابط.',
  'rate-limited': 'الخدمة مشغولة.',
  'server-error': 'حدث خطأ في الخدمة.',
  rejected: 'رفضت الخدمة الطلب.',
  unexpected: 'حدث خطأ ما.',
}

const PROJECT_ERROR_LABELS: Partial<Record<ErrorKey, string>> = {
  'bad-request': 'طلب غير صالح. تحقق من المعرّفات.',
  'invalid-request': 'طلب غير صالح. تحقق من المعرّفات وعنوان واجهة البرمجة.',
  forbidden: 'ليس لديك إذن بالوصول إلى هذا المشروع. تواصل مع مالكه.',
  'not-found': 'لم يُعثر على المشروع. تحقق من معرّف المشروع.',
}

const MESSAGE_CHANGES = {
  unchanged: 'دون تغيير',
  changed: 'تغيّرت',
  added: 'أُضيفت',
  removed: 'حُذفت',
  moved: 'نُقلت',
}

const EVALUATIONS = { human: 'بتقييم بشري', auto: 'بتقييم نموذج', client: 'بتقييم تطبيقك' }

const CHANGE_WORDS = { better: 'أفضل', worse: 'أسوأ', same: 'دون تغيّر', higher: 'أعلى', lower: 'أدنى' }

const SETTINGS: Record<string, string> = {
  provider: 'المزوّد',
  model: 'النموذج',
  temperature: 'درجة الحرارة',
  max_tokens: 'الحد الأقصى للرموز',
  top_p: 'Top P',
  tool_schema: 'الأدوات',
  output_schema: 'مخطط المخرجات',
}

/** The Arabic labels. */
export const ar: JobLabels = {
  // Node and browsers differ in the default digits of `ar`, so what a server renders would not match.
  locale: 'ar-u-nu-latn',
  direction: 'rtl',

  title: 'تحسين الموجّه',
  defaultJobTitle: (jobId) => `المهمة ${jobId}`,
  status: (key) => STATUS_LABELS[key],

  durationPart: (count, unit) => `${count} ${UNITS[unit]}`,
  ago: (duration) => `قبل ${duration}`,
  justNow: 'الآن',

  noJob: 'لا توجد مهمة بعد',
  loadingJob: 'جارٍ تحميل المهمة…',
  createdAgo: (ago) => `أُنشئت ${ago}`,
  runningFor: (duration) => `قيد التنفيذ منذ ${duration}`,
  startedAgo: (ago) => `بدأت ${ago}`,
  completedAfter: (duration, ago) => `اكتملت ${ago} · استغرقت ${duration}`,
  endedAfter: (status, duration, ago) => `${status} بعد ${duration} · ${ago}`,

  progress: 'التقدم',
  waitingToStart: 'في انتظار البدء',
  working: 'جارٍ العمل',
  stepOf: (step, totalSteps) => `الخطوة ${step} من ${totalSteps}`,
  stepOfShort: (step, totalSteps) => `${step} / ${totalSteps}`,
  stepNumber: (step) => `الخطوة ${step}`,
  endedIn: (status, stepName) => `${status} في: ${stepName}`,
  stalledFor: (duration) => `لا تقدم منذ ${duration}`,

  details: 'التفاصيل',
  steps: 'الخطوات',
  stepState: (state) => STEP_STATES[state],
  atLeast: (duration) => `${duration} على الأقل`,
  moreSteps: (count, formatted) =>
    plural('ar', count, {
      one: 'خطوة أخرى',
      // The dual is written without a number.
      two: 'خطوتان أخريان',
      few: `${formatted} خطوات أخرى`,
      other: `${formatted} خطوة أخرى`,
    }),
  createdAt: 'تاريخ الإنشاء',
  completedAt: 'تاريخ الانتهاء',
  jobId: 'معرّف المهمة',
  originalVersionId: 'معرّف النسخة الأصلية',
  optimizedVersionId: 'معرّف النسخة الجديدة',
  promptTemplateId: 'معرّف قالب الموجّه',
  copy: (name) => `نسخ ${name}`,
  copied: 'نُسخ',

  dataSources: 'مصادر البيانات',
  humanLabels: (count) =>
    plural('ar', count, {
      two: 'تصنيفان بشريان',
      few: 'تصنيفات بشرية',
      many: 'تصنيفًا بشريًا',
      other: 'تصنيف بشري',
    }),
  customerFeedback: (count) =>
    plural('ar', count, { two: 'رأيا عميلين', few: 'آراء عملاء', other: 'رأي عميل' }),

  summary: 'ما الذي تغيّر',
  showMore: 'عرض المزيد',
  showLess: 'عرض أقل',
  results: 'النتائج',
  testRun: 'نتيجة الاختبار',
  comparison: 'المقارنة',
  optimizedVersion: 'النسخة الجديدة',
  testRunMissing: 'طُلب تشغيل اختبار، لكن لا توجد نتائج.',
  failedWithoutReason: 'فشلت المهمة ولم تذكر الخدمة السبب.',

  error: (key) => ERROR_LABELS[key],
  projectError: (key) => PROJECT_ERROR_LABELS[key] ?? ERROR_LABELS[key],
  offline: 'أنت غير متصل. تُستأنف التحديثات عند عودة الاتصال.',
  offlineRetry: 'أنت غير متصل. أعد المحاولة عند عودة الاتصال.',
  paused: 'التحديثات متوقفة مؤقتًا.',
  updatedAgo: (ago) => `آخر تحديث ${ago}`,
  retryingIn: (duration) => `إعادة المحاولة خلال ${duration}`,
  retrying: 'جارٍ إعادة المحاولة…',
  retryNow: 'إعادة المحاولة الآن',
  retry: 'إعادة المحاولة',

  cancel: 'إلغاء المهمة',
  cancelConfirmTitle: 'هل تريد إلغاء هذه المهمة؟ سيضيع تقدمها.',
  cancelConfirm: 'نعم، ألغِ المهمة',
  cancelDismiss: 'الإبقاء على المهمة',
  cancelling: 'جارٍ الإلغاء…',
  cancelFailed: 'تعذر إلغاء المهمة.',

  jobs: 'المهام',
  loadingJobs: 'جارٍ تحميل المهام…',
  noJobs: 'لا توجد مهام بعد',
  loadMore: 'عرض مهام أخرى',
  loadingMore: 'جارٍ التحميل…',

  startJob: 'بدء المهمة',
  starting: 'جارٍ البدء…',
  jobStarted: 'بدأت المهمة.',
  openJob: 'فتح المهمة',
  repeatConfirmTitle: 'لقد بدأت من قبل مهمة بالمدخلات نفسها. هل تريد بدء مهمة أخرى؟',
  repeatConfirm: 'بدء مهمة أخرى',
  repeatDismiss: 'عدم البدء',
  promptVersionId: 'معرّف نسخة الموجّه',
  datasetId: 'معرّف مجموعة البيانات',
  instructions: 'التعليمات',
  optional: '(اختياري)',
  options: 'الخيارات',
  useBestPractices: 'استخدام أفضل الممارسات',
  useLabels: 'استخدام التصنيفات البشرية',
  useCustomerFeedback: 'استخدام آراء العملاء',
  runTest: 'اختبار النسخة الجديدة ومقارنتها بالأصلية',
  required: 'مطلوب',
  invalidId: 'أدخل معرّفًا صالحًا، مثل 3c90c3cc-0d44-4b50-8888-8dd25736052a.',
  startFailed: 'تعذر بدء المهمة.',
  mayHaveStarted: 'ربما بدأت المهمة رغم ذلك. تحقق من القائمة قبل إعادة المحاولة.',

  reconnected: 'استؤنفت التحديثات.',
  promptChanges: 'التغييرات في الموجّه',
  promptUnchanged: 'لم يتغير الموجّه.',
  lineCounts: (added, removed) => `أُضيف من الأسطر: ${added}، وحُذف: ${removed}`,
  messageChange: (change) => MESSAGE_CHANGES[change],
  messageRole: (role) => (role === 'history' ? 'المحادثة حتى الآن' : role),
  lineChange: (change) => (change === 'added' ? 'أُضيف:' : 'حُذف:'),
  showUnchanged: (count, formatted) =>
    plural('ar', count, {
      one: 'عرض سطر دون تغيير',
      two: 'عرض سطرين دون تغيير',
      few: `عرض ${formatted} أسطر دون تغيير`,
      many: `عرض ${formatted} سطرًا دون تغيير`,
      other: `عرض ${formatted} سطر دون تغيير`,
    }),
  hideUnchanged: (count, formatted) =>
    plural('ar', count, {
      one: 'إخفاء سطر دون تغيير',
      two: 'إخفاء سطرين دون تغيير',
      few: `إخفاء ${formatted} أسطر دون تغيير`,
      many: `إخفاء ${formatted} سطرًا دون تغيير`,
      other: `إخفاء ${formatted} سطر دون تغيير`,
    }),
  media: (name) => `[${name}]`,
  setting: (name) => (Object.hasOwn(SETTINGS, name) && SETTINGS[name]) || name,
  settingMissing: 'غير محدد',
  variablesAdded: 'متغيرات جديدة',
  variablesRemoved: 'متغيرات محذوفة',
  tooLargeToCompare: 'هذه الرسالة أكبر من أن تُقارن سطرًا بسطر. النسخة الأصلية قبل الجديدة.',
  unifiedView: 'موحّد',
  splitView: 'جنبًا إلى جنب',
  view: 'العرض',
  loadingOutcome: 'جارٍ التحميل…',
  versionNotFound: 'لم يُعثر على نسخة الموجّه.',
  testRunNotFound: 'لم يُعثر على تشغيل الاختبار.',
  outcomeForbidden: 'ليس لديك إذن الوصول إليه. اسأل مالك المشروع.',
  copyPrompt: 'نسخ الموجّه الجديد',
  copyFailed: 'تعذّر النسخ. حدِّد النص بدلًا من ذلك.',

  testResults: 'نتائج الاختبار',
  examples: (count, formatted) =>
    plural('ar', count, {
      one: 'مثال واحد',
      two: 'مثالان',
      few: `${formatted} أمثلة`,
      many: `${formatted} مثالًا`,
      other: `${formatted} مثال`,
    }),
  testedVersion: (version) => `النسخة ${version}`,
  criterion: 'المعيار',
  beforeChange: 'قبل',
  afterChange: 'بعد',
  change: 'التغيّر',
  evaluation: (evaluation) => EVALUATIONS[evaluation],
  passedOf: (passed, total) => `${passed} من ${total}`,
  averageScore: (score) => `المتوسط ${score}`,
  noFigures: 'لا أرقام',
  changeWord: (change) => CHANGE_WORDS[change],
  points: (points) => `${points} نقطة`,
  resultsSummary: (better, worse, total) => `تحسّن ${better} من ${total} من المعايير، وتراجع ${worse}`,
  noCriteria: 'لا معايير تقييم، لذا لا أرقام.',
  noTestFigures: 'لا أرقام بعد. لا أرقام لموجّه بلا معايير تقييم.',
  otherTestRunUnknown: 'لا مقارنة: تشغيل اختبار النسخة الأخرى غير معروف.',
  testInProgress: 'الاختبار جارٍ.',
  testFailed: 'فشل الاختبار.',

  announceStep: (title, position, stepName) => `${title}: ${position}، ${stepName}`,
  announceStatus: (title, status) => `${title}: ${status}`,

  prompt: 'الموجّه',
  version: 'النسخة',
  dataset: 'مجموعة البيانات',
  choose: 'اختر…',
  latestVersion: (name) => `${name} · الأحدث`,
  loadingOptions: 'جارٍ التحميل…',
  noPrompts: 'لا موجّهات في هذا المشروع.',
  noVersions: 'لا نسخ لهذا الموجّه.',
  noDatasets: 'لا مجموعات بيانات في هذا المشروع.',
  promptsFailed: 'تعذّر تحميل الموجّهات. أعد المحاولة أو أدخل معرّف نسخة.',
  datasetsFailed: 'تعذّر تحميل مجموعات البيانات. أعد المحاولة أو أدخل معرّف مجموعة.',
  optionsIncomplete: 'تعذّر تحميلها كلها.',
  search: (field) => `بحث: ${field}`,
  noMatches: 'لا نتائج',
  showPrompt: 'عرض الموجّه',
  inputs: (names) => `المدخلات: ${names}`,
  missingInputs: (names) => `لا تملأ مجموعة البيانات متغيرات الموجّه هذه: ${names}`,
  unusedInputs: (names) => `لا يستخدم الموجّه مدخلات مجموعة البيانات هذه: ${names}`,

  noInstructions: 'لا توجد',
  optionsOff: 'غير مفعّلة',
  runAgain: 'تشغيل مرة أخرى…',
  inputUnknown:
    'بدأت هذه المهمة من مكان آخر، لذا فإن مجموعة بياناتها وتعليماتها وخياراتها الأخرى غير معروفة. اخترها من جديد.',

  deploy: 'نشر…',
  deploying: 'جارٍ النشر…',
  deployQuestion: (version, environment) =>
    environment
      ? `هل تريد نشر ${version} إلى ${environment}؟ سيغيّر ذلك ما يعمل هناك.`
      : `هل تريد نشر ${version}؟`,
  environment: 'البيئة',
  noEnvironments: 'لا بيئات في الحساب.',
  environmentsFailed: 'تعذّر تحميل البيئات. أدخل اسم بيئة.',
  deployConfirm: (environment) => (environment ? `نشر إلى ${environment}` : 'نشر'),
  deployDismiss: 'عدم النشر',
  deployed: (version, environment) => `نُشرت ${version} إلى ${environment}.`,
  deployFailed: 'لم تُنشر النسخة.',
  mayHaveDeployed: 'ربما نُشرت النسخة مع ذلك. تحقق من البيئة قبل إعادة المحاولة.',

  completedInTitle: (count, formatted) => `اكتملت ${countJobs(count, formatted)}`,
  failedInTitle: (count, formatted) => `فشلت ${countJobs(count, formatted)}`,
}
