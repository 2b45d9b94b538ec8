import { useState, useSyncExternalStore } from 'react';
import { RenderOffer } from '@/components/state/render-offer';
import { useWizardState } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import { Tick } from '@/components/ui/tick';
import { STATE_WORDS, type State } from '@/lib/proof/proof';
import type { Reading } from '@/lib/reading/reading';
import { GivenRenders } from './given-renders';
import { ProofCommands } from './proof-commands';
import type { ProofSession } from './proof-session';
import { ProofTable } from './proof-table';
import { RenderSource } from './render-source';
import { StateMark } from './state-mark';
import { WorkloadChoices } from './workload-choices';

const READ_ORDER: readonly State[] = ['reached', 'differs', 'nowhere', 'present', 'unknown'];

const EFFECTS = {
  settled: { word: 'Settled', icon: 'reached' },
  worse: { word: 'Worse', icon: 'caution' },
  noted: { word: 'More is known', icon: 'limit' },
} as const;

interface Props {
  readonly reading: Reading;
  readonly session: ProofSession;
}

/** What Helm made of the file: of every answer whether it arrives, as something else, or nowhere. */
export function ProofPanel({ reading, session }: Props) {
  const given = useSyncExternalStore(session.subscribe, session.get, session.get);
  const proof = useWizardState((state) => state.proof);
  const [isOnlyOpen, setOnlyOpen] = useState(true);
  const [areCommandsOpen, setCommandsOpen] = useState(false);
  if (!proof) {
    return (
      <section className="panel-body" aria-label="Proof">
        <RenderSource session={session} isFirst />
        <ProofCommands reading={reading} />
        <p className="help">
          A render shows configuration, not behaviour, and proves nothing of a cluster that runs.
          What it settles belongs to this visit: a link holds none of it.
        </p>
      </section>
    );
  }
  const all = Object.keys(proof.keys).length;
  return (
    <section className="panel-body" aria-label="Proof">
      <GivenRenders session={session} given={given} />
      <div className="proof-counts">
        {READ_ORDER.filter((state) => proof.counts[state] > 0).map((state) => (
          <StateMark
            state={state}
            text={`${proof.counts[state]} ${STATE_WORDS[state]}`}
            key={state}
          />
        ))}
        <span className="quiet" key={all}>{`of ${all} keys`}</span>
        <Tick isOn={isOnlyOpen} onChange={setOnlyOpen}>
          Only what is not reached
        </Tick>
      </div>
      {proof.remarks.map((remark) => (
        <p className="help" key={remark}>
          {remark}
        </p>
      ))}
      <WorkloadChoices session={session} tiers={proof.tiers} />
      {proof.findings.map(({ id, where, message }) => (
        <p className="finding" key={id + where}>
          <b className="caution">Caution</b> <code>{where}</code>: {message} <code>{id}</code>
        </p>
      ))}
      {Object.keys(proof.offers).map((key) => (
        <RenderOffer of={key} key={key} />
      ))}
      <ProofTable proof={proof} reading={reading} isOnlyOpen={isOnlyOpen} />
      {proof.limits.length > 0 && (
        <>
          <h3>What it says of the limits</h3>
          <p className="help">
            What is settled leaves the file. It belongs to this visit: a link holds none of it.
          </p>
          {proof.limits.map(({ id, effect, evidence }) => (
            <p className="finding" key={id}>
              <span className={`state state-${effect}`} key={effect}>
                <Icon name={EFFECTS[effect].icon} /> {EFFECTS[effect].word}
              </span>{' '}
              <code>{id}</code>: {evidence}
            </p>
          ))}
        </>
      )}
      <RenderSource session={session} isFirst={false} />
      <details
        className="method"
        onToggle={({ currentTarget }) => setCommandsOpen(currentTarget.open)}
      >
        <summary>The commands</summary>
        {areCommandsOpen && <ProofCommands reading={reading} />}
      </details>
    </section>
  );
}
