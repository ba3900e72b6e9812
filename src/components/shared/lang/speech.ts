// What Intl knows of a language, in the form in which sentences need it.

/** @typeParam C - The plural categories of the language: a sentence that lacks one does not compile. */
export interface Speech<C extends Intl.LDMLPluralRule> {
  readonly number: (value: number) => string;
  readonly plural: (count: number, forms: Readonly<Record<C | 'other', string>>) => string;
  readonly list: (items: readonly string[]) => string;
}

/** @param locale - BCP 47 tags, the first that Intl knows counts. */
export function speechOf<C extends Intl.LDMLPluralRule = 'other'>(locale: string | string[]): Speech<C> {
  return {
    number: (value) => value.toLocaleString(locale),
    plural: (count, forms) => forms[new Intl.PluralRules(locale).select(count) as C] ?? forms.other,
    list: (items) => new Intl.ListFormat(locale).format(items),
  };
}

/** Where a language is spoken, as `ES`; where it says nothing of it, where most of it comes from. */
export function regionOf(locale: string): string | undefined {
  return new Intl.Locale(locale).maximize().region;
}
