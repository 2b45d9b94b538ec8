// A loader for webpack. js-yaml makes every tag and schema of YAML 1.1 and 1.2 as it is loaded, and does not say that
// a call which nothing uses may be dropped; said here, the page fetches only those that it reads or writes with.
const CALLS = /^(var \w+ = )((?:define\w+Tag|new Schema|new RegExp|\w+_SCHEMA\.withTags)\()/gm;

/** @param {string} source */
module.exports = (source) => source.replace(CALLS, '$1/* @__PURE__ */ $2');
