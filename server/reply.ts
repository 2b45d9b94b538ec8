/** What the routes read of a request. */
export interface AnswersRequest {
  readonly method: string;
  /** The query as it was sent, still percent-encoded, without its `?`. */
  readonly query: string;
  readonly ifNoneMatch?: string | null | undefined;
}

/** What a route sends back, whatever server it runs in. The server adds `SECURITY_HEADERS`, as to all it sends. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `null` where nothing follows the headers. */
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}
