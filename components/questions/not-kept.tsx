import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { plural } from '@/lib/domain/plural';
import { NoticeSection } from './notice-section';

/** Which carried keys went when the page was left or loaded again. */
export function NotKept() {
  const { store } = useWizard();
  const paths = useWizardState((state) => state.notKept);
  if (paths.length === 0) return null;
  return (
    <NoticeSection
      title={`${plural(paths.length, 'carried key')} not kept`}
      onDismiss={() => store.move({ notKept: [] })}
    >
      <p>
        The browser’s history is written to disk: secrets are not in it, nor what is too large for
        it. The file is made without these keys. Open your file again to carry them.
      </p>
      <ul>
        {paths.map((path) => (
          <li key={path}>
            <code translate="no">{path}</code>
          </li>
        ))}
      </ul>
    </NoticeSection>
  );
}
