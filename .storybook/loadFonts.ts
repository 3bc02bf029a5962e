import ja from '../src/locales/ja.ts?raw'
import zh from '../src/locales/zh.ts?raw'

/** The fonts of languages, and a text with the characters that the stories need: these fonts are split by characters. */
const FONTS: Record<string, [font: string, text: string]> = {
  ja: ['Noto Sans JP Variable', ja],
  zh: ['Noto Sans SC Variable', zh],
}

/** Chromium keeps the glyphs of a text that it has rendered without its font, which may be blank. */
export async function loadFonts(locale: string): Promise<void> {
  // Also for stories in English with an Arabic text.
  const fonts = [['Noto Sans Arabic Variable', 'ع'], FONTS[locale] ?? []]
  await Promise.all(fonts.map(([font, text]) => font && document.fonts.load(`1em '${font}'`, text)))
}
