// A loader for webpack. js-yaml makes every tag and schema of YAML 1.1 and 1.2 as it is loaded, and does not say that
// a call which nothing uses may be dropped; said here, the page fetches only those that it reads or writes with.
const CALLS = /^(var \w+ = )((?:define\w+Tag|new RegExp)\()/gm;
/** Schemas and options spread others into themselves: only a function around all of that is dropped as a whole. */
const SPREADS =
  /^(var [A-Z]\w+_(?:SCHEMA|OPTIONS) = )((?:new Schema\(|\w+\.withTags\(|\{$)[\s\S]*?^[\]}]\)?);$/gm;

/** @param {string} source */
module.exports = (source) =>
  source
    .replace(CALLS, '$1/* @__PURE__ */ $2')
    .replace(SPREADS, '$1/* @__PURE__ */ (() => ($2))();');
