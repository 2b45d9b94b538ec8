import { Icon } from './icon';
import { THEME_KEPT } from './theme';
import { useStored } from './use-stored';

/** Follows the system until another theme is chosen, which is kept for the next visit. */
export function ThemeSwitch() {
  const [theme, keep] = useStored(THEME_KEPT);
  return (
    <label className="theme">
      <Icon name="theme" />
      <span className="sr-only">Theme</span>
      <select
        value={theme || 'system'}
        onChange={({ target }) => {
          document.documentElement.dataset.theme = target.value;
          keep(target.value);
        }}
      >
        <option value="system">System</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}
