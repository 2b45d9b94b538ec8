export const TITLE = 'values-large.yaml for KaireonAI';

export const DESCRIPTION =
  'Asks about scale, datastores and optional tiers, and makes the Helm overlay values-large.yaml with its honest limits written beside the keys they concern.';

/**
 * Inline, because Chromium asks for the icon again each time the address changes, and this page makes no request once
 * it is loaded. A PNG (32 by 32), because an SVG would be laid out again each time.
 */
export const ICON =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAMAAABEpIrGAAAAFVBMVEX///8KY28LZHBTkZqFsrhlnaX///9sfIy5AAAAAXRSTlMAQObYZgAAAHVJREFUOMvFk0EOwCAIBMEV///kttE2GtduEw+dKxNhg5iduCeCu1VotTmiXo30injgekIKSXALyA9gQpQOKCFYi8g5WougM8gh94Uu5hi2CSgTWMccwnYxR+K/mFgI4KtkMWPRgq/y05D7v1oejj49U3Vx/gfw3wmZGDIL/QAAAABJRU5ErkJggg==';
