'use client';

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { Notice } from '@/lib/link/link';
import { readAddress, writeAddress } from './address';
import { type FormValues, fromForm, toForm } from './form-values';
import type { Wizard } from './wizard-context';
import { createWizardStore } from './wizard-store';

/** The address follows soon after a change, but not more often than browsers allow: about 100 times in 30 seconds. */
const ADDRESS_SOON_MS = 50;
const ADDRESS_APART_MS = 400;

export interface Undo {
  /** What is undone, as in "Undo reset". */
  readonly what: string;
  readonly raw: RawAnswers;
}

/** The form, the state that follows from it, and the address that keeps it. */
export function useAnswers(catalog: Catalog) {
  const defaults = useMemo(() => completeAnswers(catalog, {}), [catalog]);
  const form = useForm<FormValues>({ defaultValues: toForm(defaults) });
  const [store] = useState(() => createWizardStore(catalog, defaults));
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const [undo, setUndo] = useState<Undo | null>(null);
  const saved = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback(
    (raw: RawAnswers) => {
      form.reset(toForm(raw));
      store.set(raw);
    },
    [form, store],
  );

  const save = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    saved.current = Date.now();
    writeAddress(catalog, store.get().reading.raw, 'replace');
  }, [catalog, store]);

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback({ values }) {
          if (!store.set(fromForm(catalog, values))) return;
          if (timer.current !== undefined) return;
          const wait = saved.current + ADDRESS_APART_MS - Date.now();
          timer.current = setTimeout(save, Math.max(ADDRESS_SOON_MS, wait));
        },
      }),
    [catalog, form, store, save],
  );

  useLayoutEffect(() => {
    const open = () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      const opened = readAddress(catalog);
      show(opened.raw);
      setNotices(opened.notices);
      writeAddress(catalog, opened.raw, 'replace');
    };
    open();
    window.addEventListener('popstate', open);
    return () => window.removeEventListener('popstate', open);
  }, [catalog, show]);

  const replace = useCallback(
    (raw: RawAnswers, what: string) => {
      save();
      setUndo({ what, raw: store.get().reading.raw });
      show(raw);
      setNotices([]);
      writeAddress(catalog, raw, 'push');
    },
    [catalog, save, show, store],
  );

  const takeBack = useCallback(() => {
    if (undo) replace(undo.raw, undo.what);
    setUndo(null);
  }, [replace, undo]);

  const wizard = useMemo<Wizard>(
    () => ({ catalog, form, store, replace }),
    [catalog, form, store, replace],
  );
  return { wizard, notices, dismissNotices: () => setNotices([]), undo, takeBack };
}
