import { useEffect, useState } from 'react';
import { Icon } from './icon';
import { writeStorage } from './storage';
import { THEME_KEPT } from './theme';

/** Follows the system until another theme is chosen, which is kept for the next visit. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState('system');
  useEffect(() => setTheme(document.documentElement.dataset.theme ?? 'system'), []);
  return (
    <label className="theme">
      <Icon name="theme" />
      <span className="sr-only">Theme</span>
      <select
        value={theme}
        onChange={({ target }) => {
          setTheme(target.value);
          document.documentElement.dataset.theme = target.value;
          writeStorage(THEME_KEPT, target.value);
        }}
      >
        <option value="system">System</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}
