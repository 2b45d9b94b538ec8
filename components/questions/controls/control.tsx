'use client';

import { ChoiceControl } from './choice-control';
import type { ControlProps } from './control-props';
import { NumberControl } from './number-control';
import { SwitchControl } from './switch-control';
import { TextControl } from './text-control';

/** The control that a declaration's shape asks for. */
export function Control(props: ControlProps) {
  switch (props.answer.shape.type) {
    case 'switch':
      return <SwitchControl {...props} />;
    case 'choice':
      return <ChoiceControl {...props} />;
    case 'whole-number':
      return <NumberControl {...props} />;
    default:
      return <TextControl {...props} />;
  }
}
