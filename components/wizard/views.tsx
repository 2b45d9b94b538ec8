import { StatusLine } from '@/components/questions/step-footer';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { countCautions, type View } from '@/components/state/wizard-store';
import { Icon, type IconName } from '@/components/ui/icon';
import { wordFor } from '@/lib/domain/plural';

const VIEWS: readonly { readonly view: View; readonly title: string; readonly icon: IconName }[] = [
  { view: 'questions', title: 'Questions', icon: 'list' },
  { view: 'file', title: 'File', icon: 'file' },
  { view: 'limits', title: 'Limits', icon: 'caution' },
  { view: 'more', title: 'More', icon: 'more' },
];

/** On a phone: which part of the page is on screen. */
export function Views() {
  const { store } = useWizard();
  const current = useWizardState(({ view }) => view);
  return (
    <nav className="views" aria-label="Views">
      {VIEWS.map(({ view, title, icon }) => (
        <button
          type="button"
          key={view}
          aria-label={title}
          aria-current={view === current ? 'true' : undefined}
          aria-describedby={view === 'limits' ? CAUTIONS : undefined}
          onClick={() => store.move({ view })}
        >
          <Icon name={icon} />
          <span>{title}</span>
          {view === 'limits' && <Cautions />}
        </button>
      ))}
      {current !== 'questions' && <StatusLine />}
    </nav>
  );
}

const CAUTIONS = 'views-cautions';

function Cautions() {
  const cautions = useWizardState(({ reading }) => countCautions(reading.limits));
  if (cautions === 0) return null;
  return (
    <span className="views-count" id={CAUTIONS}>
      <span>{String(cautions)}</span>
      <span className="sr-only">{wordFor(cautions, 'caution')}</span>
    </span>
  );
}
