/** What the first step does not need, fetched as soon as that one answers; see `useLateQuestions`. */
export { FindHits } from './find/find-hits';
export { Review } from './review/review';
export { TierTable } from './tiers/tier-table';
