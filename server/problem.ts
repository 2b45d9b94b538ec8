import type { QueryError } from './read-query';
import type { Reply } from './reply';

const TITLES = {
  404: 'Not Found',
  405: 'Method Not Allowed',
  414: 'URI Too Long',
  422: 'Unprocessable Content',
} as const;

/** Why there is no file, by RFC 9457. With the type `about:blank` the title is the status's own. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** One for each fault of the query, all of them. */
  readonly errors?: readonly QueryError[];
}

/** A refusal as `application/problem+json`. Not to be stored: the next release may take the same query. */
export function problem(
  status: keyof typeof TITLES,
  detail: string,
  { errors, headers }: { errors?: readonly QueryError[]; headers?: Reply['headers'] } = {},
): Reply {
  const body: Problem = {
    type: 'about:blank',
    title: TITLES[status],
    status,
    detail,
    ...(errors && { errors }),
  };
  return {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...headers,
    },
    body: `${JSON.stringify(body, null, 2)}\n`,
  };
}
