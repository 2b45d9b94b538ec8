/** A browser with one page, driven as a person would: by keys, clicks and what is written on the page. */
export interface Engine {
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function of the page's, given as text. */
  evaluate<T>(script: string): Promise<T>;
  /** A real click on the first element that the selector finds. */
  click(selector: string): Promise<void>;
  /** Real keys, into what has the focus: `Enter`, `Escape`, `Backspace`, or text. */
  press(...keys: string[]): Promise<void>;
  /** What pages wrote to the console as an error or a warning, and threw, since this was last asked; WebKit's once loaded. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

/** How to get an engine. */
export interface EngineKind {
  readonly name: string;
  /** Packages of Debian. */
  readonly packages: readonly string[];
  /** The files that must be there. */
  readonly files: readonly string[];
  /** @param downloads a folder that files are saved into */
  start(downloads: string): Promise<Engine>;
}
