import { BeforeApplying } from './before-applying';
import { Cautions } from './cautions';
import { ChangedAnswers } from './changed-answers';
import { Verdict } from './verdict';

/** The last step: whether the file can be made, what to settle, what differs, and what to do before applying. */
export function Review() {
  return (
    <>
      <Verdict />
      <Cautions />
      <ChangedAnswers />
      <BeforeApplying />
    </>
  );
}
