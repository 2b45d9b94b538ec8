/** The version of keys, meanings and defaults that links are written in. Every older one is still read. */
export const LINK_VERSION = '1';
