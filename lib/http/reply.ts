/** A request, as far as the routes look at it. */
export interface AnswersRequest {
  readonly method: string;
  /** The query as it was sent, still percent-encoded, without its `?`. */
  readonly query: string;
  readonly ifNoneMatch?: string | null | undefined;
}

/** What a route sends back, whatever server it runs in. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `null` where nothing follows the headers. */
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

/** On every reply: what it says of its type is meant, and no browser shall guess another. */
export const NO_SNIFFING = { 'X-Content-Type-Options': 'nosniff' } as const;
