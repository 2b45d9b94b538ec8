import { store, stored } from './stored';

const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORED = 'kaireon-theme';

/** A text as a theme; a text that names none follows the system. */
export const themeOf = (text: string): Theme => THEMES.find((theme) => theme === text) ?? 'system';

export const storedTheme = (): Theme => stored(STORED, themeOf) ?? 'system';

/** Shows the page in a theme, now and on the next visit. */
export function applyTheme(theme: Theme): void {
  store(STORED, theme);
  document.documentElement.dataset.theme = theme;
}

/** Run before the first paint, so that a stored choice does not flash. The same as the functions above, by hand. */
export const THEME_SCRIPT = `try{document.documentElement.dataset.theme=localStorage.getItem('${STORED}')||'system'}catch{}`;
