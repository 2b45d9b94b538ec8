/** How many results are kept: several times what one file needs, and little memory however long a page stays open. */
const MOST = 4_000;
/** A longer text is not worth its room: only hostile ones are. */
const LONGEST = 1_000;

/**
 * The same pure function, which remembers what it gave for a text: of all that a keystroke asks, nearly everything was
 * asked by the one before. What it gives is shared, so it must not be changed.
 * @param most how many results are kept at once
 */
export function remember<T>(make: (text: string) => T, most = MOST): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const there = known.get(text);
    if (there !== undefined) return there;
    const made = make(text);
    if (text.length > LONGEST) return made;
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
