import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { Preset } from '@/lib/domain/option';
import { Group } from './option-group';

/** Known sets of answers to start from. One replaces all answers, and can be undone. */
export function Presets() {
  const { catalog } = useWizard();
  return (
    <Group title="Starting point" summary="Replaces every answer. You can undo it.">
      <div className="cards">
        {catalog.presets.map((preset) => (
          <PresetCard preset={preset} key={preset.name} />
        ))}
      </div>
    </Group>
  );
}

function PresetCard({ preset }: { readonly preset: Preset }) {
  const { catalog, replace } = useWizard();
  const answers = completeAnswers(catalog, preset.sets);
  const isCurrent = useWizardState(({ reading }) =>
    catalog.answers.every(({ key }) => reading.raw[key] === answers[key]),
  );
  return (
    <Button
      className="card"
      aria-pressed={isCurrent}
      onClick={() => {
        if (!isCurrent) replace(answers, `starting point ${preset.title}`);
      }}
    >
      <b>
        {preset.title} {isCurrent && <Icon name="ok" />}
      </b>
      <span className="card-summary">{preset.summary}</span>
    </Button>
  );
}
