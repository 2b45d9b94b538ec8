/** A path or a list, which may break after a dot, a comma or a slash and nowhere else. */
export const Breakable = ({ text }: { readonly text: string }) =>
  text
    .split(/(?<=[.,/])/)
    // biome-ignore lint/suspicious/noArrayIndexKey: a place to break the line is only a place
    .flatMap((part, index) => [part, <wbr key={index} />]);
