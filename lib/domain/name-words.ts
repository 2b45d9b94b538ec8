/** The words of a name in small letters, however it is spelled: `OPENAI_API_KEY`, `apiKey` and `JWTSecret` alike. */
export function nameWords(name: string): string[] {
  return name
    .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}
