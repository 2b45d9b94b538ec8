import { expect, it } from 'vitest';
import { nameWords, secretName } from './secret-name';

it.each([
  ['OPENAI_API_KEY', ['openai', 'api', 'key']],
  ['JWTSecret', ['jwt', 'secret']],
  ['root-password.v2', ['root', 'password', 'v2']],
])('%s has the words %j', (name, words) => expect(nameWords(name)).toEqual(words));

const SECRETS = `
  password rootPassword ROOT_PASSWORD rootpassword redis-password passwd dbPass pwd JWT_SECRET
  jwtSecret clientSecret client_secret secret secrets cookieSecret NEXTAUTH_SECRET OPENAI_API_KEY
  apiKey apikey api-key secretAccessKey AWS_SECRET_ACCESS_KEY accessKey accessKeyId privateKey
  private_key encryptionKey fernetKey SECRET_KEY_BASE webserverSecretKey secretKey licenseKey
  passphrase token authToken bot_token GITHUB_TOKEN credentials sharedSecret tls.key htpasswd
  adminPasswords sessionKey dockerconfigjson JWT api_key_id bearer bearerToken pat githubPat
  passcode pw DB_PSWD X-API-Key gcpKey encKey serverKey unsealKey stripeKey SUPABASE_KEY
  ACME_CORP_KEY authkey id_rsa kubeconfig basicAuth salt mnemonic password1 dbPassword2 apiKey2
  rootpassword3 accessTokens1
`;
const REFERENCES = `
  existingSecret existingSecretName existingSecretPasswordKey secretName secretKeyRef secretRef
  passwordSecretName passwordSecret tlsSecret imagePullSecrets pullSecret externalSecrets
  tokenPath passwordFile tokenUrl TOKEN_ENDPOINT adminPasswordKey passwordPolicy tokenTTL
  maxTokens max_tokens createSecret useExistingSecret secretProviderClass secretStore
  passwordMinLength automountServiceAccountToken credentialsSecret secretMountPath tokenIssuer
  existingSecretKey connectionStringSecret urlSecret passwordLess kubeconfigPath
`;
const OTHERS = `
  tokenizer keyspace topologyKey partitionKey key keys publicKey hotkey monkey secretary
  PARTITION_KEY CACHE_KEY KEY patch path pattern saltstack keyId compass bypass passive keyPrefix
  primaryKey kaireon.ai/tier replicas
`;

it.each([
  ['secret', SECRETS],
  ['reference', REFERENCES], // or about a secret
  [undefined, OTHERS],
])('a name says %s', (says, names) => {
  for (const name of names.trim().split(/\s+/)) expect(secretName(name), name).toBe(says);
  expect(secretName('')).toBeUndefined();
});
