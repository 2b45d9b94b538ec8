import { StatusLine } from '@/components/questions/step-footer';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { FIRST_OF_MORE, FIRST_TAB, type View } from '@/components/state/wizard-store';
import { Icon, type IconName } from '@/components/ui/icon';
import { isToSettle } from '@/lib/domain/limit-kind';

const VIEWS: readonly { readonly view: View; readonly title: string; readonly icon: IconName }[] = [
  { view: 'questions', title: 'Questions', icon: 'list' },
  { view: 'file', title: 'File', icon: 'file' },
  { view: 'limits', title: 'Limits', icon: 'caution' },
  { view: 'more', title: 'More', icon: 'check' },
];

/** On a phone: which part of the page is on screen. */
export function Views() {
  const { store } = useWizard();
  const current = useWizardState(({ view }) => view);
  const show = (view: View) => {
    const { tab } = store.get();
    const more = tab === FIRST_TAB ? FIRST_OF_MORE : tab;
    store.update({ view, tab: { questions: tab, file: tab, limits: FIRST_TAB, more }[view] });
  };
  return (
    <nav className="views" aria-label="Views">
      {VIEWS.map(({ view, title, icon }) => (
        <button
          type="button"
          key={view}
          aria-label={title}
          aria-current={view === current ? 'true' : undefined}
          aria-describedby={view === 'limits' ? TO_SETTLE : undefined}
          onClick={() => show(view)}
        >
          <Icon name={icon} />
          <span>{title}</span>
          {view === 'limits' && <ToSettle />}
        </button>
      ))}
      {current !== 'questions' && <StatusLine />}
    </nav>
  );
}

const TO_SETTLE = 'views-to-settle';

function ToSettle() {
  const count = useWizardState(({ reading }) => reading.limits.filter(isToSettle).length);
  if (count === 0) return null;
  return (
    <span className="views-count" id={TO_SETTLE}>
      <span>{String(count)}</span>
      <span className="sr-only">to settle</span>
    </span>
  );
}
