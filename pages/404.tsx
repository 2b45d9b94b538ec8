/** Plain files take the page for what is not there from this folder, a server from app/. */
export { default } from '@/app/not-found';
