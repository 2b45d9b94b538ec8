import { execa } from 'execa';

/** A browser with one page, driven as a person would: by keys, clicks and what is written on the page. */
export interface Engine {
  readonly version: string;
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function of the page's, given as text. */
  evaluate<T>(script: string): Promise<T>;
  /** A real click on the first element that the selector finds. */
  click(selector: string): Promise<void>;
  /** Real keys, into what has the focus: `Enter`, `Escape`, `Backspace`, or text. */
  press(...keys: string[]): Promise<void>;
  /** What the page wrote to the console as an error, and what it threw, since it was opened. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

/** How an engine is had. */
export interface EngineKind {
  readonly name: string;
  /** Packages of Debian. */
  readonly packages: readonly string[];
  /** The files that must be there. */
  readonly files: readonly string[];
  /** @param downloads a folder that files are saved into */
  start(downloads: string): Promise<Engine>;
}

/** Ends a process and whatever it started. */
export async function endGroup(pid: number | undefined): Promise<void> {
  if (pid !== undefined) await execa('kill', ['-TERM', `-${pid}`], { reject: false });
}
