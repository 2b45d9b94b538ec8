/** Hands every value that is sent on to all who listen. `listen` returns what ends the listening. */
export function createSignal<T = void>() {
  const listeners = new Set<(value: T) => void>();
  return {
    send(value: T): void {
      for (const listener of listeners) listener(value);
    },
    listen(listener: (value: T) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
