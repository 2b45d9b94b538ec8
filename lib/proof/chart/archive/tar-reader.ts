import { entryPath, plainName } from './entry-name';

/** A file of an archive. */
export interface Entry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;
/** More than any name or attribute of an entry needs. */
const LONGEST_HEADER = 65_536;
/** Types of entries that only describe the next one (its name, its link, its attributes) or all of them. */
const ABOUT_OTHERS = new Set(['L', 'K', 'x', 'g']);

const DAMAGED =
  'This archive is damaged: an entry has no valid header. Pack the chart again with helm package.';
const CUT_OFF =
  'This archive is cut off: it ends within an entry. Fetch it again, or pack the chart again with helm package.';

/**
 * Takes a tar apart piece by piece: ustar with its prefix, GNU's `L` and pax's `path`, which is all that charts are
 * packed with. Each step gives a fault in a sentence, after which there is no next one.
 */
export class TarReader {
  readonly files: Entry[] = [];
  readonly #onEntry: () => string | undefined;
  #chunks: Uint8Array[] = [];
  #have = 0;
  /** How many bytes the next entry has at least, its head included. */
  #need = BLOCK;
  #longName: string | undefined;
  #isAtEnd = false;

  /** @param onEntry called at each entry; what it gives is a fault */
  constructor(onEntry: () => string | undefined) {
    this.#onEntry = onEntry;
  }

  /** Takes the next bytes of the archive, in pieces of any size. Gives what is wrong with it so far. */
  push(bytes: Uint8Array): string | undefined {
    if (this.#isAtEnd) return undefined;
    this.#chunks.push(bytes);
    this.#have += bytes.length;
    return this.#have < this.#need ? undefined : this.#take();
  }

  /** What is wrong with the archive once all of it was given. */
  end(): string | undefined {
    return this.#have > 0 && !this.#isAtEnd ? CUT_OFF : undefined;
  }

  /** Takes every entry that is there whole. */
  #take(): string | undefined {
    const all = joined(this.#chunks, this.#have);
    let at = 0;
    this.#need = BLOCK;
    while (all.length - at >= this.#need) {
      const head = readHead(all.subarray(at, at + BLOCK));
      if (head === 'damaged') return DAMAGED;
      if (head === 'end') {
        this.#isAtEnd = true;
        return undefined;
      }
      const whole = BLOCK + Math.ceil(head.size / BLOCK) * BLOCK;
      if (all.length - at < whole) {
        this.#need = whole;
        break;
      }
      const start = at + BLOCK;
      const fault = this.#entry(head, all.slice(start, start + head.size));
      if (fault !== undefined) return fault;
      at += whole;
    }
    this.#chunks = [all.slice(at)];
    this.#have = all.length - at;
    return undefined;
  }

  #entry({ name, type, size }: Head, bytes: Uint8Array): string | undefined {
    if (ABOUT_OTHERS.has(type)) {
      if (size > LONGEST_HEADER) return DAMAGED;
      if (type === 'L') this.#longName = textIn(bytes);
      if (type === 'x') this.#longName = paxPath(bytes) ?? this.#longName;
      return undefined;
    }
    const full = this.#longName ?? name;
    this.#longName = undefined;
    const fault = this.#onEntry();
    if (fault !== undefined) return fault;
    const place = entryPath(full);
    if ('fault' in place) return place.fault;
    if (type === '5') return undefined;
    if (type === '1' || type === '2') {
      return `${plainName(full)} is a link. A packed chart holds the files themselves: pack it with helm package, which puts them in.`;
    }
    if (type !== '0' && type !== '7') {
      return `${plainName(full)} is neither a file nor a folder. A packed chart holds nothing else: pack it with helm package.`;
    }
    this.files.push({ path: place.path, bytes });
    return undefined;
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

interface Head {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

function readHead(block: Uint8Array): Head | 'end' | 'damaged' {
  if (block.every((byte) => byte === 0)) return 'end';
  const size = octal(block.subarray(124, 136));
  const sum = octal(block.subarray(148, 156));
  let counted = 8 * 0x20; // the sum itself counts as spaces
  for (const [at, byte] of block.entries()) if (at < 148 || at >= 156) counted += byte;
  if (size === undefined || sum !== counted) return 'damaged';
  const isUstar = textIn(block.subarray(257, 262)) === 'ustar';
  const isGnu = block[263] === 0x20;
  const prefix = isUstar && !isGnu ? textIn(block.subarray(345, 500)) : '';
  const name = textIn(block.subarray(0, 100));
  const type = String.fromCharCode(block[156] || 0x30);
  const isFolder = type === '0' && name.endsWith('/');
  return { name: prefix === '' ? name : `${prefix}/${name}`, type: isFolder ? '5' : type, size };
}

/** A number as tar writes it. Sizes that need another form are not read. */
function octal(bytes: Uint8Array): number | undefined {
  const digits = textIn(bytes).trim();
  return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

function textIn(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

/** The record `path` of `length key=value` lines. */
const paxPath = (bytes: Uint8Array): string | undefined =>
  /^\d+ path=(.*)$/m.exec(new TextDecoder().decode(bytes))?.[1];
