/** What the first step does not need, fetched as soon as that one answers; see `useLazyQuestions`. */
export { BackendChoice } from './backend/backend-choice';
export { ErrorSummary } from './error-summary';
export { FindHits } from './find/find-hits';
export { LinkNotices } from './link-notices';
export { NotKept } from './not-kept';
export { Review } from './review/review';
export { TierTable } from './tiers/tier-table';
