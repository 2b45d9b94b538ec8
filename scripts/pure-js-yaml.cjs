// A loader for webpack. js-yaml makes every tag and schema of YAML 1.1 and 1.2 as it is loaded, and does not mark the
// calls that may be dropped when unused. Marked here, the page fetches only those that it uses.
const CALLS = /^(var \w+ = )((?:define\w+Tag|new RegExp)\()/gm;
/** Schemas and options contain others by spreading: only with a function around it is such a call dropped as a whole. */
const SPREADS =
  /^(var [A-Z]\w+_(?:SCHEMA|OPTIONS) = )((?:new Schema\(|\w+\.withTags\(|\{$)[\s\S]*?^[\]}]\)?);$/gm;

/** @param {string} source */
module.exports = (source) =>
  source
    .replace(CALLS, '$1/* @__PURE__ */ $2')
    .replace(SPREADS, '$1/* @__PURE__ */ (() => ($2))();');
