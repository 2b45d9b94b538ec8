import { Button } from '@/components/ui/button';
import { plural } from '@/lib/domain/plural';
import type { RenderRole } from '@/lib/proof/proof';
import type { Given, ProofSession } from './proof-session';
import { ROLE_WORDS } from './render-source';

const ROLES: readonly RenderRole[] = ['before', 'after', 'traced'];

interface Props {
  readonly session: ProofSession;
  readonly given: Given;
}

/** The renders that are there, what each was taken for, and a way to forget them. */
export function GivenRenders({ session, given }: Props) {
  return (
    <div className="given">
      <ul>
        {ROLES.map((role) => {
          const one = given.renders[role];
          if (!one) return null;
          return (
            <li key={`${role} ${one.name}`}>
              <code>{one.name}</code>{' '}
              <span className="quiet">{plural(one.render.objects.length, 'object')}, </span>
              <select
                aria-label={`What ${one.name} was rendered with`}
                value={role}
                onChange={({ target }) => {
                  const to = ROLES.find((name) => name === target.value);
                  if (to) session.move(role, to);
                }}
              >
                {ROLES.map((name) => (
                  <option value={name} key={name}>
                    {ROLE_WORDS[name]}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
      <Button onClick={session.forget}>Forget</Button>
    </div>
  );
}
