'use client';

import { useEffect, useState } from 'react';
import { Icon } from './icon';
import { applyTheme, storedTheme, storeTheme, THEMES, type Theme } from './theme';

/** Follows the system unless told otherwise. */
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
          const chosen = THEMES.find((one) => one === target.value) ?? 'system';
          setTheme(chosen);
          storeTheme(chosen);
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
