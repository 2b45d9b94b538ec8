import { useLazy } from '@/components/ui/use-lazy';

const load = () => import(/* webpackChunkName: "questions" */ './lazy-questions');

/** The parts of the questions that come as soon as the first step answers. */
export const useLazyQuestions = () => useLazy(load, 'now');
