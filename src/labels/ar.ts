import type { ErrorKey } from './getErrorKey.js'
import type { DurationUnit, JobLabels, StatusKey } from './JobLabels.js'

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

// Created when needed: some versions of React Native have no `Intl.PluralRules`.
let pluralRules: Intl.PluralRules | undefined

function plural(
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  pluralRules ??= new Intl.PluralRules('ar')
  return forms[pluralRules.select(count)] ?? forms.other
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

/** The Arabic labels. Use them with `locale="ar"`, in an element with `dir="rtl"`. */
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
    plural(count, {
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
    plural(count, { two: 'تصنيفان بشريان', few: 'تصنيفات بشرية', many: 'تصنيفًا بشريًا', other: 'تصنيف بشري' }),
  customerFeedback: (count) => plural(count, { two: 'رأيا عميلين', few: 'آراء عملاء', other: 'رأي عميل' }),

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
  promptVersionId: 'معرّف نسخة الموجّه',
  datasetId: 'معرّف مجموعة البيانات',
  instructions: 'التعليمات',
  optional: 'اختياري',
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
  announceStep: (title, position, stepName) => `${title}: ${position}، ${stepName}`,
  announceStatus: (title, status) => `${title}: ${status}`,
}
