/** What a credential looks like in a field that should hold a name, a host or an address. */
const CREDENTIAL = [
  // user:password@host and https://token@host. From the last colon on, so that no text is searched twice.
  /:[^\s:@]*@/,
  // ?token=…, ;SharedAccessKey=…, Pwd=…, "private_key": … but not a port after a host that ends so, as in my-token:9092
  /(?:pass(?:word|wd)?|pwd|secret|token|(?:api|account|private|shared)[-_]?key|access[-_]?key(?:[-_]?id)?|sharedaccesskey|client-key-data|signature|sig|credential)["']?\s*(?:=|:(?!\d{1,5}(?:[,/]|$)))/i,
  // what stands in the header Authorization, and a password as .htpasswd keeps it
  /(?:^|[Aa]uthorization["']?\s*[:=]\s*["']?)(?:[Bb]earer\s+|[Bb]asic\s+(?=\S*[\dA-Z=]))[\w.~+/-]{6,}/,
  /\$(?:2[abxy]|apr1|argon2[a-z]*|[156])\$\S/,
  // an AWS access key id
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  // a PEM block that is not public by itself, as a certificate is
  /-----BEGIN (?!(?:TRUSTED )?CERTIFICATE-----|(?:RSA |EC )?PUBLIC KEY-----)/,
  // tokens that their makers mark: GitHub, GitLab, Slack, OpenAI and Anthropic, Stripe, Hugging Face, Google, npm, Docker, DigitalOcean, PyPI, Vault, SendGrid
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|sk-|[rs]k_(?:live|test)_|hf_|AIza|npm_|dckr_pat_|dop_v1_|pypi-AgE|whsec_|hvs\.|ya29\.|SG\.)[\w-]{16}/,
  // a JSON Web Token: a header and a payload start alike. Before another payload the header is short: a bound keeps the search linear
  /[\w-]{8}\.eyJ[\w-]{8}/,
  /\beyJ[\w-]{8,100}\.[\w-]{8}/,
  // webhooks: anyone who knows the address may post to it
  /hooks\.slack\.com\/(?:services|workflows)\/\w|discord(?:app)?\.com\/api\/webhooks\/\d|\.webhook\.office\.com\/webhookb2\/\w/,
];

/** What to say instead of accepting one. It never repeats what was typed. */
export const CREDENTIAL_REFUSED =
  'This looks like it holds a credential. Leave it out here and put it in a Kubernetes Secret: this file is made to be shared.';

/** A printable character of ASCII that is percent-encoded, once or more often. */
const ESCAPED = /%(?:25)*([2-7][0-9a-f])/gi;

/**
 * Whether a text seems to hold a password, token or key, also where it is percent-encoded. Errs on the side of
 * refusing.
 */
export function holdsCredential(text: string): boolean {
  const plain = text.replace(ESCAPED, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return CREDENTIAL.some((pattern) => pattern.test(text) || pattern.test(plain));
}
