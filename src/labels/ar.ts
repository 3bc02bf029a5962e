import type { ErrorKey } from './getErrorKey.js'
import type { JobLabels, StatusKey } from './JobLabels.js'

const STATUS: Record<StatusKey, string> = {
  idle: 'لا توجد مهمة',
  loading: 'جارٍ التحميل',
  queued: 'في الانتظار',
  running: 'قيد التنفيذ',
  cancelling: 'جارٍ الإلغاء',
  completed: 'مكتملة',
  failed: 'فشلت',
  cancelled: 'ملغاة',
  unavailable: 'غير متاحة',
}

const plurals = new Intl.PluralRules('ar')

/** Arabic counts in six forms; the dual needs no figure. */
function plural(
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  return forms[plurals.select(count)] ?? forms.other
}

const ERRORS: Record<ErrorKey, string> = {
  token: 'تعذر تسجيل الدخول إلى الخدمة.',
  network: 'يتعذر الوصول إلى الخدمة.',
  timeout: 'لم تُجب الخدمة في الوقت المحدد.',
  'invalid-response': 'الإجابة ليست من الخدمة. قد يكون عنوانها غير صحيح.',
  'invalid-request': 'تعذر إرسال الطلب. تحقق من معرّف المشروع ومعرّف المهمة وعنوان الخدمة.',
  'bad-request': 'لم تقبل الخدمة الطلب. تحقق من معرّف المشروع ومعرّف المهمة.',
  unauthorized: 'لم تقبل الخدمة بيانات الدخول. سجّل الدخول من جديد أو تحقق من مفتاح الخدمة.',
  forbidden: 'لا يحق لك الوصول إلى هذه المهمة. اطلب الوصول إلى مشروعها.',
  'not-found': 'لم يُعثر على المهمة. تحقق من معرّف المشروع ومعرّف المهمة.',
  busy: 'الخدمة مشغولة وتطلب الانتظار.',
  'service-fault': 'في الخدمة عطل.',
  refused: 'رفضت الخدمة الطلب.',
}

// The same, where no single job is meant.
const PROJECT_ERRORS: Partial<Record<ErrorKey, string>> = {
  'bad-request': 'لم تقبل الخدمة الطلب. تحقق من المعرّفات.',
  'invalid-request': 'تعذر إرسال الطلب. تحقق من المعرّفات وعنوان الخدمة.',
  forbidden: 'لا يحق لك الوصول إلى هذا المشروع. اطلب الوصول إليه.',
  'not-found': 'لم يُعثر على المشروع. تحقق من معرّف المشروع.',
}

/** The components in Arabic. Use `locale="ar"` with it, in an element with `dir="rtl"`. */
export const ar: JobLabels = {
  title: 'تحسين الموجّه',
  status: (word) => STATUS[word],

  ago: (duration) => `قبل ${duration}`,
  justNow: 'الآن',

  noJob: 'لا توجد مهمة لعرضها بعد',
  loadingJob: 'جارٍ تحميل المهمة…',
  queuedAgo: (ago) => `أُدرجت ${ago}`,
  startedAgo: (ago) => `بدأت ${ago}`,
  completedAfter: (duration, ago) => `استغرقت ${duration} · ${ago}`,
  endedAfter: (duration, ago) => `توقفت بعد ${duration} · ${ago}`,

  progress: 'التقدم',
  waitingToStart: 'في انتظار البدء',
  working: 'قيد العمل',
  stepOf: (step, totalSteps) => `الخطوة ${step} من ${totalSteps}`,
  stepOfShort: (step, totalSteps) => `${step} / ${totalSteps}`,
  stepNumber: (step) => `الخطوة ${step}`,
  stalledFor: (duration) => `لم يتغير شيء منذ ${duration}`,

  details: 'التفاصيل',
  steps: 'الخطوات',
  atLeast: (duration) => `أكثر من ${duration}`,
  moreSteps: (count, formatted) =>
    plural(count, {
      one: 'خطوة أخرى',
      two: 'خطوتان أخريان',
      few: `${formatted} خطوات أخرى`,
      other: `${formatted} خطوة أخرى`,
    }),
  jobId: 'المهمة',
  originalVersionId: 'النسخة الأصلية',
  optimizedVersionId: 'النسخة الجديدة',
  promptTemplateId: 'القالب',
  copy: (name) => `نسخ: ${name}`,
  copied: 'نُسخ',

  dataSources: 'مصادر البيانات',
  humanLabels: (count) => plural(count, { few: 'تصنيفات بشرية', other: 'تصنيف بشري' }),
  customerFeedback: (count) => plural(count, { few: 'آراء عملاء', other: 'رأي عميل' }),

  summary: 'ما الذي تغيّر',
  showMore: 'عرض المزيد',
  showLess: 'عرض أقل',
  results: 'النتائج',
  testRun: 'تشغيل الاختبار',
  comparison: 'المقارنة',
  optimizedVersion: 'النسخة الجديدة',
  testRunMissing: 'طُلب تشغيل اختبار ولم تذكر الخدمة أي تشغيل.',
  failedWithoutReason: 'فشلت المهمة ولم تذكر الخدمة السبب.',

  error: (word) => ERRORS[word],
  projectError: (word) => PROJECT_ERRORS[word] ?? ERRORS[word],
  offline: 'أنت غير متصل. يُستأنف التحقق عند عودة الاتصال.',
  paused: 'التحقق متوقف ما دامت هذه الصفحة مخفية.',
  updatedAgo: (ago) => `آخر تحقق ${ago}`,
  retryingIn: (duration) => `المحاولة التالية خلال ${duration}`,
  retrying: 'جارٍ التحقق…',
  retryNow: 'حاول الآن',
  retry: 'حاول مجددًا',

  cancel: 'إلغاء',
  cancelConfirmTitle: 'هل تريد إلغاء هذه المهمة؟ سيضيع ما أنجزته حتى الآن.',
  cancelConfirm: 'إلغاء المهمة',
  cancelDismiss: 'متابعة التنفيذ',
  cancelling: 'جارٍ الإلغاء…',
  cancelFailed: 'تعذر إلغاء المهمة.',

  jobs: 'المهام',
  loadingJobs: 'جارٍ تحميل المهام…',
  noJobs: 'لا توجد مهام بعد.',
  defaultJobTitle: (templateId) => `القالب ${templateId}`,
  started: (ago) => `بدأت ${ago}`,
  took: (duration) => `استغرقت ${duration}`,
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
  runTest: 'اختبار النسخة الجديدة ومقارنتها بالقديمة',
  invalidId: 'يبدو المعرّف هكذا: 3c90c3cc-0d44-4b50-8888-8dd25736052a.',
  startFailed: 'لم تبدأ المهمة.',
  mayHaveStarted: 'ربما بدأت مع ذلك: انظر في القائمة قبل أن تحاول مجددًا.',

  announceStep: (title, position, stepName) => `${title}: ${position}، ${stepName}`,
  announceStatus: (title, status) => `${title}: ${status}`,
}
