export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORED = 'kaireon-theme';

/** Storage may be denied or hold anything: then the system decides. */
export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(STORED);
    return THEMES.find((theme) => theme === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

export function storeTheme(theme: Theme): void {
  try {
    localStorage.setItem(STORED, theme);
  } catch {
    // The choice then lasts until the page is left.
  }
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** Run before the first paint, so that a stored choice does not flash. The same as the functions above, by hand. */
export const THEME_SCRIPT = `try{document.documentElement.dataset.theme=localStorage.getItem('${STORED}')||'system'}catch{}`;
