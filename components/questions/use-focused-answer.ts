import type { FocusEvent } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import type { Catalog } from '@/lib/domain/catalog';

/** Listens, once for all controls, to which answer has the focus and which was left. */
export function useFocusedAnswer(catalog: Catalog) {
  const { store } = useWizard();
  const keyOf = (target: EventTarget | null): string | null => {
    const name = target instanceof HTMLInputElement ? target.name : '';
    return catalog.answer.has(name) ? name : null;
  };
  return {
    onFocus({ target }: FocusEvent) {
      const focusedKey = keyOf(target);
      if (focusedKey !== store.get().focusedKey) store.move({ focusedKey });
    },
    onBlur({ target, relatedTarget }: FocusEvent) {
      const key = keyOf(target);
      const next = keyOf(relatedTarget);
      if (key === null || key === next) return;
      const { left } = store.get();
      store.move({
        ...(next === null && { focusedKey: null }),
        ...(!left.has(key) && { left: new Set([...left, key]) }),
      });
    },
  };
}
