'use client';

import { useLazy } from '@/components/ui/use-lazy';

const load = () => import(/* webpackChunkName: "questions" */ './late');

/** The parts of the questions that come as soon as the first step answers. */
export const useLateQuestions = () => useLazy(load, 'now');
