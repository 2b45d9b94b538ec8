import { Icon } from '@/components/ui/icon';
import { errorId } from './ids';

/** What is wrong with an answer and what would be right. */
export function FieldError({ of, message }: { readonly of: string; readonly message: string }) {
  return (
    <p className="field-error" id={errorId(of)}>
      <Icon name="problem" />
      <b>Problem</b> <span>{message}</span>
    </p>
  );
}
