/** A text with the first place of each word that was looked for marked. */
export function Marked({ text, words }: { readonly text: string; readonly words: string }) {
  const word = words
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .find((one) => one !== '' && text.toLowerCase().includes(one));
  if (word === undefined) return <span>{text}</span>;
  const at = text.toLowerCase().indexOf(word);
  return (
    <span>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + word.length)}</mark>
      {text.slice(at + word.length)}
    </span>
  );
}
