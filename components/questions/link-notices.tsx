import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { plural } from '@/lib/domain/plural';
import { NoticeSection } from './notice-section';

/** A link can hold any number of them; more than this helps nobody. */
const SHOWN = 20;

/** What a link held that was not understood. Everything else in it was. */
export function LinkNotices() {
  const { store } = useWizard();
  const notices = useWizardState((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <NoticeSection
      title={`This link holds ${plural(notices.length, 'thing')} that could not be used`}
      onDismiss={() => store.move({ notices: [] })}
    >
      <p>Everything else in it was taken over.</p>
      <ul>
        {notices.slice(0, SHOWN).map(({ key, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a key may stand here twice and the list never changes
          <li key={index}>
            <code translate="no">{key}</code>: <span>{message}</span>
          </li>
        ))}
        {notices.length > SHOWN && <li>And {notices.length - SHOWN} more.</li>}
      </ul>
    </NoticeSection>
  );
}
