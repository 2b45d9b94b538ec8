'use client';

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { UserFiles } from '@/lib/domain/user-files';
import type { Notice } from '@/lib/link/link';
import { readAddress, writeAddress } from './address';
import { type FormValues, fromForm, toForm } from './form-values';
import type { Wizard } from './wizard-context';
import { createWizardStore } from './wizard-store';

/**
 * The address follows soon after a change, so that a reload loses nothing, but not more often than browsers allow, which
 * is 100 times in 30 seconds: 25 times at once, and again one for every 400 ms.
 */
const ADDRESS_SOON_MS = 50;
const ADDRESS_APART_MS = 400;
const ADDRESS_AT_ONCE = 25;

export interface Undo {
  /** What is undone, as in "Undo reset". */
  readonly what: string;
  readonly raw: RawAnswers;
  readonly userFiles: UserFiles;
}

/**
 * The form, the state that follows from it, and the address that keeps it. `shown` is another number each time that the
 * answers were replaced: the controls must be drawn again, because only then do they take what the form has.
 */
export function useAnswers(catalog: Catalog) {
  const defaults = useMemo(() => completeAnswers(catalog, {}), [catalog]);
  const form = useForm<FormValues>({ defaultValues: toForm(defaults) });
  const [store] = useState(() => createWizardStore(catalog, defaults));
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const [undo, setUndo] = useState<Undo | null>(null);
  const [shown, setShown] = useState(0);
  /** When the address may have been written for the last time, were each writing 400 ms after the one before. */
  const paced = useRef(0);
  const isShowing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback(
    (raw: RawAnswers, userFiles: UserFiles) => {
      // The form by itself, because what goes with the answers comes only with them.
      const { raw: before } = store.get().reading;
      if (catalog.answers.some(({ key }) => raw[key] !== before[key])) {
        isShowing.current = true;
        form.reset(toForm(raw));
        isShowing.current = false;
        setShown((times) => times + 1);
      }
      store.set(raw, userFiles);
    },
    [catalog, form, store],
  );

  const save = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    const earliest = Date.now() - ADDRESS_AT_ONCE * ADDRESS_APART_MS;
    paced.current = Math.max(paced.current, earliest) + ADDRESS_APART_MS;
    writeAddress(store.get().reading, 'replace');
  }, [store]);

  useEffect(() => {
    // Whoever leaves right after a key finds that change again.
    window.addEventListener('pagehide', save);
    return () => window.removeEventListener('pagehide', save);
  }, [save]);

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback({ values }) {
          if (isShowing.current || !store.set(fromForm(catalog, values))) return;
          if (timer.current !== undefined) return;
          const wait = paced.current - Date.now();
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
      show(opened.raw, opened.userFiles);
      setNotices(opened.notices);
      writeAddress(store.get().reading, 'replace');
    };
    open();
    window.addEventListener('popstate', open);
    return () => window.removeEventListener('popstate', open);
  }, [catalog, show, store]);

  const replace = useCallback(
    (raw: RawAnswers, what: string, userFiles?: UserFiles) => {
      save();
      const before = store.get().reading;
      setUndo({ what, raw: before.raw, userFiles: before.userFiles });
      show(raw, userFiles ?? before.userFiles);
      setNotices([]);
      writeAddress(store.get().reading, 'push');
    },
    [save, show, store],
  );

  const takeBack = useCallback(() => {
    if (undo) replace(undo.raw, undo.what, undo.userFiles);
    setUndo(null);
  }, [replace, undo]);

  const wizard = useMemo<Wizard>(
    () => ({ catalog, form, store, replace }),
    [catalog, form, store, replace],
  );
  return { wizard, shown, notices, dismissNotices: () => setNotices([]), undo, takeBack };
}
