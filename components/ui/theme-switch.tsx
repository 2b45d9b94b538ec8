import { useEffect, useState } from 'react';
import { Icon } from './icon';
import { applyTheme, storedTheme, type Theme, themeOf } from './theme';

/** Follows the system until another theme is chosen. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => setTheme(storedTheme()), []);
  return (
    <label className="theme">
      <Icon name="theme" />
      <span className="sr-only">Theme</span>
      <select
        value={theme}
        onChange={({ target }) => {
          const chosen = themeOf(target.value);
          setTheme(chosen);
          applyTheme(chosen);
        }}
      >
        <option value="system">System</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}
