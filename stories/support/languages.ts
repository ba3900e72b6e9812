// The languages of the toolbar, and how each is written.
export const LANGUAGES = [
  { value: 'en', title: 'English' },
  { value: 'zh-Hans', title: '简体中文' },
  { value: 'zh-Hant', title: '繁體中文' },
  { value: 'ja', title: '日本語' },
  { value: 'ko', title: '한국어' },
  { value: 'es', title: 'Español' },
  { value: 'ar-EG', title: 'العربية' },
] as const;

export function directionOf(lang: string): 'ltr' | 'rtl' {
  return lang.startsWith('ar') ? 'rtl' : 'ltr';
}
