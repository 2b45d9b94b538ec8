/** The words of a name in small letters, however it is spelled: `OPENAI_API_KEY`, `apiKey` and `JWTSecret` alike. */
export const nameWords = (name: string): string[] =>
  name
    .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());

/** What a name says of its value: that it is a secret, or that it only refers to one. */
type SecretName = 'secret' | 'reference';

/** Words that are a secret by themselves, plural and numbered ones too. */
const SECRET =
  /^(?:pass(?:word|wd|phrase|code|key)?|pwd|pswd|pw|secret|token|bearer|credential|cred|salt|mnemonic|pat|jwt|htpasswd|pgpass|netrc|kubeconfig|keytab|dockercfg|dockerconfigjson)s?\d*$/;
/** The same written together with another word, as in `rootpassword`. */
const JOINED =
  /(?:password|passwd|passphrase|secret|authtoken|apitoken|accesstoken|bearertoken|apikey|authkey|sshkey|accesskey|secretkey|privatekey|signingkey|encryptionkey|masterkey|licensekey)s?\d*$/;
/** The words before `key` that make it a secret; `topologyKey` and `partitionKey` are none. */
const KEY_KINDS = new Set(
  'access account admin aes anon anthropic api app application auth aws azure ca cert client consumer cookie crypt crypto decryption deploy ecdsa ed25519 enc encrypt encryption fernet gcp gpg hmac host ingest instrumentation integration jwt licence license mailgun master openai pgp private recovery root rsa secret sendgrid server service session shared sign signing ssh ssl storage stripe supabase tls twilio unseal webhook wireguard'.split(
    ' ',
  ),
);
/** After a secret word these name a place, a property or a figure of it. */
const ABOUT = new Set(
  'algorithm annotations api audience backend class client count create created dir directory enable enabled endpoint engine expiration expires expiry external file filename format generate generator issuer items interval key keys labels length less lifetime limit manager max min mount mounted name namespace names operator optional path policy prefix property provider ref reference references refs retention review rotation server service size store template ttl type uri url usage version volume volumes window'.split(
    ' ',
  ),
);
/** Before a secret word these say that it stands elsewhere, or that this is a figure or a switch. */
const ELSEWHERE = new Set(
  'automount create existing external generate has image max min mount no num pull require use'.split(
    ' ',
  ),
);
/** A Secret that is named for what it holds: `tlsSecret`, `passwordSecret`. */
const HELD =
  /^(?:ca|cert|certificate|config|credentials?|env|kubeconfig|password|pull|registry|string|tls|token|url)$/;
/** A variable whose name ends in `_KEY` counts as a key: the services that issue keys are too many to list. */
const VARIABLE = /^[A-Z0-9]+(?:_[A-Z0-9]+)*_KEY$/;
/** Words before `KEY` that name no secret but a way to find something: `CACHE_KEY`, `PARTITION_KEY`. */
const FINDS =
  /^(?:annotation|cache|correlation|foreign|group|hash|hot|idempotency|index|label|lookup|map|metric|object|order|partition|primary|public|range|routing|s3|shard|site|sort|tenant|topology|trace|unique|user)$/;

/**
 * What a key's name says, in any spelling; `undefined` where it says nothing of a secret. `rootPassword` and
 * `OPENAI_API_KEY` are secrets; `existingSecret`, `passwordSecretName` and `tokenPath` are references.
 */
export function secretName(name: string): SecretName | undefined {
  const words = nameWords(name);
  if (words.includes('public')) return undefined;
  const at = words.findLastIndex((word) => SECRET.test(word) || JOINED.test(word));
  const last = words.at(-1) ?? '';
  const isKey = /^keys?\d*$/.test(last) && words.slice(0, -1).some((word) => KEY_KINDS.has(word));
  const isVariable = VARIABLE.test(name) && !FINDS.test(words.at(-2) ?? '');
  const isPhrase = /(?:(?:access|api) key id|basic auth|id rsa)$/.test(words.join(' '));
  const isGiven = isPhrase || /(?:access|api)keyid$/.test(last);
  if (at < 0) return isKey || isVariable || isGiven ? 'secret' : undefined;
  if (isReference(words, at)) return 'reference';
  return 'secret';
}

function isReference(words: readonly string[], at: number): boolean {
  const [before, after] = [words.slice(0, at), words.slice(at + 1)];
  if (before.some((word) => ELSEWHERE.has(word))) return true;
  const isKind = /secrets?$/.test(words[at] ?? '');
  // `secretKey` is key material, and so is `secretAccessKey`; `passwordKey` is the name of a Secret's key.
  if (isKind && /^(?:access )?keys?(?: base| id)?$/.test(after.join(' '))) return false;
  return after.some((word) => ABOUT.has(word)) || (isKind && HELD.test(before.at(-1) ?? ''));
}
