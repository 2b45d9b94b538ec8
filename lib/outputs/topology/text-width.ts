import { remember } from '@/lib/domain/remember';

/** A face to set text in: `sans` in two weights, and `mono`. */
export type Face = 'sans' | 'bold' | 'mono';

/**
 * Em widths by kind of letter, rounded up from the widest system font in common use (DejaVu Sans). Real text is
 * narrower nearly everywhere: what fits by this sum fits.
 */
const WIDTHS: readonly (readonly [letters: RegExp, em: number])[] = [
  [/[ijlI.,:;'|! ·]/, 0.4],
  [/[ftr()[\]/\\"`{}-]/, 0.46],
  [/[mwMW@%&]/, 1],
  [/[=+<>~^#]/, 0.85],
  [/[A-Z]/, 0.79],
  [/[\u0020-\u024F]/, 0.65],
  [/[\u0250-\u10FF]/, 0.9],
  [/[\u1100-\uFFFF]/u, 1.1],
];
const OTHERWISE = 1.4; // emoji and the like
const NOT_MONO = 0x1100;

const sansWidth = remember(
  (letter) => WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHERWISE,
);

function emWidth(letter: string, face: Face): number {
  if (face === 'mono' && (letter.codePointAt(0) ?? 0) < NOT_MONO) return 0.62;
  return sansWidth(letter) * (face === 'bold' ? 1.1 : 1);
}

/** How wide a text is at most, in the unit of `size`. */
export function textWidth(text: string, size: number, face: Face = 'sans'): number {
  let width = 0;
  for (const letter of text) width += emWidth(letter, face);
  return width * size;
}

/** The text, or as much of it as is at most this wide, ending in an ellipsis. */
export function fitText(text: string, room: number, size: number, face: Face = 'sans'): string {
  if (textWidth(text, size, face) <= room) return text;
  let kept = '';
  let width = textWidth('…', size, face);
  for (const letter of text) {
    width += emWidth(letter, face) * size;
    if (width > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** Joins parts with a dot between them, as many to a line as fit. A part that is wider than a line is shortened. */
export function joinParts(parts: readonly string[], room: number, size: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const together = last === undefined ? part : `${last} · ${part}`;
    if (last !== undefined && textWidth(together, size) <= room) lines[lines.length - 1] = together;
    else lines.push(fitText(part, room, size));
  }
  return lines;
}
