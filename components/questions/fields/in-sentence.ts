/** A label after other words: "Smallest number" → "smallest number", but "CPU request" stays. */
export const inSentence = (label: string) =>
  /^[A-Z][a-z]/.test(label) ? `${label[0]?.toLowerCase()}${label.slice(1)}` : label;
