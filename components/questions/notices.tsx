import { focusAround } from '@/components/state/focus';
import { AnswerLink } from '@/components/state/links';
import { answerName } from '@/components/state/places';
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
            <AnswerLink to={key}>{answerName(catalog, key)}</AnswerLink>{' '}
            <code translate="no">{key}</code> <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A link can hold any number of them; more than this helps nobody. */
const SHOWN = 20;

/** What happened when the page was opened, until it is dismissed: what a link held that was not understood, what was not kept. */
export function Notices() {
  const { store } = useWizard();
  const notices = useWizardState((state) => state.notices);
  const notKept = useWizardState((state) => state.notKept);
  const all = [
    {
      title: `This link holds ${plural(notices.length, 'thing')} that could not be used`,
      about: 'Everything else in it was taken over.',
      items: notices.map(({ key, message }) => ({ key, text: `: ${message}` })),
      dismissed: { notices: [] },
    },
    {
      title: `${plural(notKept.length, 'carried key')} not kept`,
      about:
        'The browser’s history is written to disk: secrets are not in it, nor what is too large for it. The file is made without these keys. Open your file again to carry them.',
      items: notKept.map((key) => ({ key, text: '' })),
      dismissed: { notKept: [] },
    },
  ];
  return all
    .filter(({ items }) => items.length > 0)
    .map(({ title, about, items, dismissed }) => (
      <section className="notices" aria-label={title} key={about}>
        <h2>{title}</h2>
        <p>{about}</p>
        <ul>
          {items.slice(0, SHOWN).map(({ key, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a key may stand here twice and the list never changes
            <li key={index}>
              <code translate="no">{key}</code>
              <span>{text}</span>
            </li>
          ))}
          {items.length > SHOWN && <li>And {items.length - SHOWN} more.</li>}
        </ul>
        <Button
          className="link"
          onClick={({ currentTarget }) => {
            store.update(dismissed);
            focusAround(currentTarget);
          }}
        >
          Dismiss
        </Button>
      </section>
    ));
}
