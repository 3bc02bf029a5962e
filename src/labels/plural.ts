// Created when needed: some versions of React Native have no `Intl.PluralRules`.
const rulesByLanguage = new Map<string, Intl.PluralRules>()

/** The form of a text for a count, by the plural rules of the language; `other` where it has none of its own. */
export function plural(
  language: string,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  const rules = rulesByLanguage.get(language) ?? new Intl.PluralRules(language)
  rulesByLanguage.set(language, rules)
  return forms[rules.select(count)] ?? forms.other
}
