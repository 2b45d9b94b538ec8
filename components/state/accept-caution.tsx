import { useId, useState } from 'react';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import type { AppliedLimit } from '@/lib/domain/limit';
import { isToSettle } from '@/lib/domain/limit-kind';
import { LONGEST_REASON } from '@/lib/link/link';
import { focusAround } from './focus';
import { useWizard } from './wizard-context';

/** Accepts a caution for a reason, which then stands in the file and in the link, or takes that back. */
export function AcceptCaution({ limit }: { readonly limit: AppliedLimit }) {
  const { accept } = useWizard();
  const [isAsking, setAsking] = useState(false);
  const field = useId();
  const { id, accepted, short } = limit;

  if (accepted !== undefined) {
    return (
      <p className="accepted-because">
        <span>{`Accepted: ${accepted}`}</span>{' '}
        <Button
          className="link"
          onClick={({ currentTarget }) => {
            accept(id, undefined);
            focusAround(currentTarget);
          }}
        >
          Take it back<span className="sr-only">: {short}</span>
        </Button>
      </p>
    );
  }
  if (!isToSettle(limit)) return null;
  if (!isAsking) {
    return (
      <Button className="link" onClick={() => setAsking(true)}>
        Accept with a reason<span className="sr-only">: {short}</span>
      </Button>
    );
  }
  return (
    <form
      className="accept"
      onSubmit={(event) => {
        event.preventDefault();
        const reason = String(new FormData(event.currentTarget).get('reason'));
        const given = reason.trim().replace(/\s+/g, ' ');
        if (given === '') return announce('Enter the reason, in a few words.');
        accept(id, given);
        setAsking(false);
        focusAround(event.currentTarget);
      }}
    >
      <label htmlFor={field}>Why you accept it (this stands in the file and in the link)</label>
      <input
        type="text"
        id={field}
        maxLength={LONGEST_REASON}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
        autoFocus
        name="reason"
      />
      <button type="submit" className="button">
        Accept
      </button>
      <Button
        onClick={({ currentTarget }) => {
          setAsking(false);
          focusAround(currentTarget);
        }}
      >
        Cancel
      </Button>
    </form>
  );
}
