import { type ReactNode, useId } from 'react';
import { AnswerLink } from '@/components/state/links';
import { nameOf } from '@/components/state/places';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { plural } from '@/lib/domain/plural';

/** The id of the error summary. */
export const PROBLEMS = 'problems';

/** Everything that keeps the file from being made, each leading to its field. */
export function ErrorSummary() {
  const { catalog } = useWizard();
  const faults = useWizardState(({ reading }) => reading.faults);
  if (faults.length === 0) return null;
  return (
    <section className="problems" id={PROBLEMS} aria-labelledby="problems-title" tabIndex={-1}>
      <h2 id="problems-title">
        <Icon name="problem" />
        <span>There is a problem</span>
      </h2>
      <p>No file is made until this is fixed. Everything else that you entered is kept.</p>
      <ul>
        {faults.map(({ key, message }) => (
          <li key={key}>
            <AnswerLink to={key}>{nameOf(catalog, key)}</AnswerLink>{' '}
            <code translate="no">{key}</code> <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A link can hold any number of them; more than this helps nobody. */
const SHOWN = 20;

/** What a link held that was not understood. Everything else in it was. */
export function LinkNotices() {
  const { store } = useWizard();
  const notices = useWizardState((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <Notice
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
    </Notice>
  );
}

/** Which carried keys went when the page was left or loaded again. */
export function NotKept() {
  const { store } = useWizard();
  const paths = useWizardState((state) => state.notKept);
  if (paths.length === 0) return null;
  return (
    <Notice
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
    </Notice>
  );
}

interface NoticeProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onDismiss: () => void;
}

/** Something that happened when the page was opened, until it is dismissed. */
function Notice({ title, children, onDismiss }: NoticeProps) {
  const heading = useId();
  return (
    <section className="notices" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
      <Button className="link" onClick={onDismiss}>
        Dismiss
      </Button>
    </section>
  );
}
