import { expect, it } from 'vitest'
import { formatAgo, formatClock, formatCount, formatDuration } from '../../src/labels/format.js'
import { ar } from '../../src/locales/ar.js'
import { de } from '../../src/locales/de.js'
import { en } from '../../src/locales/en.js'
import { es } from '../../src/locales/es.js'
import { fr } from '../../src/locales/fr.js'
import { ja } from '../../src/locales/ja.js'
import { ptBR } from '../../src/locales/pt-BR.js'
import { zh } from '../../src/locales/zh.js'

it.each([
  [0, '0s'],
  [48_000, '48s'],
  [60_000, '1m'],
  [588_000, '9m 48s'],
  [3_599_600, '1h'],
  [3_600_000, '1h'],
  [7_500_000, '2h 5m'],
  [266_400_000, '3d 2h'],
  [-5_000, '0s'],
])('formatDuration formats %i ms as %s', (durationMs, text) => {
  expect(formatDuration(durationMs, en, 'en')).toBe(text)
})

it.each([
  [en, '3d 2h', '9m 48s'],
  [de, '3 T 2 h', '9 Min. 48 Sek.'],
  [ar, '3 ي 2 س', '9 د 48 ث'],
  [es, '3\u00a0d 2\u00a0h', '9\u00a0min 48\u00a0s'],
  [fr, '3\u00a0j 2\u00a0h', '9\u00a0min 48\u00a0s'],
  [ptBR, '3\u00a0d 2\u00a0h', '9\u00a0min 48\u00a0s'],
  [ja, '3日2時間', '9分48秒'],
  [zh, '3天2小时', '9分钟48秒'],
])('formatDuration uses the words of $locale', (labels, days, minutes) => {
  expect(formatDuration(266_400_000, labels, 'en')).toBe(days)
  expect(formatDuration(588_000, labels, 'en')).toBe(minutes)
})

it('formatDuration takes the words from the labels and the digits from the locale', () => {
  expect(formatDuration(588_000, en, 'ar-EG')).toBe('٩m ٤٨s')
})

it.each([
  [999, 'just now'],
  [-60_000, 'just now'],
  [1_000, '1s ago'],
  [588_000, '9m ago'],
  [7_500_000, '2h ago'],
])('formatAgo formats an age of %i ms as %s', (ageMs, text) => {
  expect(formatAgo(ageMs, en, 'en')).toBe(text)
})

it.each([
  [de, 'gerade eben', 'vor 2 h'],
  [ar, 'الآن', 'قبل 2 س'],
  [es, 'ahora mismo', 'hace 2\u00a0h'],
  [fr, 'à l’instant', 'il y a 2\u00a0h'],
  [ptBR, 'agora mesmo', 'há 2\u00a0h'],
  [ja, 'たった今', '2時間前'],
  [zh, '刚刚', '2小时前'],
])('formatAgo uses the words of $locale', (labels, now, hours) => {
  expect(formatAgo(999, labels, labels.locale)).toBe(now)
  expect(formatAgo(7_500_000, labels, labels.locale)).toBe(hours)
})

it.each([
  [192_000, 'en', '3:12'],
  [3_792_000, 'es', '1:03:12'],
  [3_792_000, 'fr', '1:03:12'],
  [3_792_000, 'pt-BR', '1:03:12'],
  [3_792_000, 'ja', '1:03:12'],
  [3_792_000, 'zh', '1:03:12'],
  [86_399_999, 'en', '23:59:59'],
  [86_400_000, 'en', '1d'],
  [7_553 * 3_600_000, 'en', '314d 17h'],
  [7_553 * 3_600_000, 'ar-EG', '٣١٤d ١٧h'],
  [3_792_000, 'en', '1:03:12'],
  [-1, 'en', '0:00'],
  [3_792_000, 'ar-EG', '١:٠٣:١٢'],
])('formatClock formats %i ms in locale %s as %s', (durationMs, locale, text) => {
  expect(formatClock(durationMs, en, locale)).toBe(text)
})

it.each([
  'en',
  'en-IN',
  'de-CH',
  'es-419',
  'pt-BR',
  'zh-Hant-TW',
  'he',
  'ja',
  'ko',
  'th',
  'vi',
  'tr',
  'uk',
  'el',
  'nb',
  'zh',
  'en-u-nu-thai',
  'en-US-U-NU-thai',
  'EN',
  'zh-u-nu-hanidec',
  'de-DE-u-co-phonebk-nu-mathsans',
  'en-x-private',
  'fil',
  'enm',
  'ar',
  'ar-EG',
  'ar-MA',
  'bn',
  'ckb',
  'fa',
  'mr',
  'my',
  'ne',
  'ps',
  'ur-IN',
  'uz-Arab',
])('small numbers have the digits of locale %s', (locale) => {
  for (const count of [0, 7, 45, 999, 1_000]) {
    expect(formatCount(count, locale)).toBe(new Intl.NumberFormat(locale).format(count))
    const digits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, useGrouping: false })
    expect(formatClock(60_000 + (count % 60) * 1000, en, locale)).toBe(
      `${new Intl.NumberFormat(locale).format(1)}:${digits.format(count % 60)}`,
    )
  }
})

it.each([
  ['en', '1,234,567'],
  ['de', '1.234.567'],
  ['es', '1.234.567'],
  ['fr', '1\u202f234\u202f567'],
  ['pt-BR', '1.234.567'],
  ['ja', '1,234,567'],
  ['zh', '1,234,567'],
  ['ar-EG', '١٬٢٣٤٬٥٦٧'],
])('formatCount uses locale %s: %s', (locale, text) => {
  expect(formatCount(1_234_567, locale)).toBe(text)
})
