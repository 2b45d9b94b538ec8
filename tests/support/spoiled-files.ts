/** Pieces that have confused YAML parsers. */
const PIECES = [
  ': ¦\n¦- ¦#¦&a ¦*a¦<<: *a¦{¦}¦[¦]¦"¦\'¦|¦>¦\t¦\u0000¦---\n¦...\n¦!!binary x¦!x ¦? ',
  '%YAML 1.1\n¦null¦~¦.inf¦0x¦1e400¦on¦__proto__: ¦constructor: ¦\ufeff¦\u2028¦\ud800',
  '  ¦,¦# answers: v=1&¦=list¦api:\n¦kafka: null\n¦[[[[[[[[',
].flatMap((line) => line.split('¦'));

/** A text with one to six faults: pieces inserted, stretches cut, doubled or moved. */
export function spoiled(text: string, random: () => number): string {
  let result = text;
  const place = () => Math.floor(random() * (result.length + 1));
  for (let turn = Math.floor(random() * 6); turn >= 0; turn--) {
    const at = place();
    const length = Math.floor(random() ** 3 * 200);
    const how = Math.floor(random() * 4);
    const cut = result.slice(at, at + length);
    if (how === 0) result = result.slice(0, at) + result.slice(at + length);
    else if (how === 1) result = result.slice(0, at) + cut + result.slice(at);
    else if (how === 2) {
      result = result.slice(0, at) + result.slice(at + length);
      const other = place();
      result = result.slice(0, other) + cut + result.slice(other);
    } else {
      const piece = PIECES[Math.floor(random() * PIECES.length)] ?? '';
      result = result.slice(0, at) + piece + result.slice(at);
    }
  }
  return result;
}
