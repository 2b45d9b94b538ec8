/** The name under which this browser keeps the chosen theme. */
export const THEME_KEPT = 'kaireon-theme';

/** Run before the first paint, so that a stored choice does not flash. A name that is no theme follows the system. */
export const THEME_SCRIPT = `try{document.documentElement.dataset.theme=localStorage.getItem('${THEME_KEPT}')||'system'}catch{}`;
