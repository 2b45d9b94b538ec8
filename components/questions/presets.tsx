'use client';

import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { Preset } from '@/lib/domain/option';

/** Known shapes to start from. One replaces all answers, and can be undone. */
export function Presets() {
  const { catalog } = useWizard();
  return (
    <section className="group presets" aria-labelledby="presets-title">
      <h3 id="presets-title">Start from a known shape</h3>
      <p className="group-summary">Replaces every answer. You can undo it.</p>
      <div className="cards">
        {catalog.presets.map((preset) => (
          <PresetCard preset={preset} key={preset.name} />
        ))}
      </div>
    </section>
  );
}

function PresetCard({ preset }: { readonly preset: Preset }) {
  const { catalog, replace } = useWizard();
  const answers = completeAnswers(catalog, preset.sets);
  const isCurrent = useWizardState(({ reading }) =>
    catalog.answers.every(({ key }) => reading.raw[key] === answers[key]),
  );
  return (
    <button
      type="button"
      className="card preset"
      aria-pressed={isCurrent}
      onClick={() => {
        if (!isCurrent) replace(answers, `preset ${preset.title}`);
      }}
    >
      <span className="card-text">
        <span className="card-title">{preset.title}</span>
        <span className="card-summary">{preset.summary}</span>
      </span>
    </button>
  );
}
