import { MovedLink } from '@/components/ui/moved-link';

/** Next's own page has inline styles, which the Content-Security-Policy refuses. */
export default function NotFound() {
  return (
    <main className="questions">
      <MovedLink />
      <h1>There is no such page</h1>
      <p>
        The wizard is at the root of this site. Links to it hold their answers after a{' '}
        <code>#</code>.
      </p>
    </main>
  );
}
