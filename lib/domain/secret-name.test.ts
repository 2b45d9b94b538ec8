import { expect, it } from 'vitest';
import { nameWords, secretName } from './secret-name';

const names = (apart: string) => apart.split(' ');

it.each([
  ['OPENAI_API_KEY', ['openai', 'api', 'key']],
  ['JWTSecret', ['jwt', 'secret']],
  ['root-password.v2', ['root', 'password', 'v2']],
])('%s has the words %j', (name, words) => expect(nameWords(name)).toEqual(words));

it.each([
  ...names(
    'password rootPassword ROOT_PASSWORD rootpassword redis-password passwd dbPass pwd JWT_SECRET',
  ),
  ...names('jwtSecret clientSecret client_secret secret secrets cookieSecret NEXTAUTH_SECRET'),
  ...names('OPENAI_API_KEY apiKey apikey api-key secretAccessKey AWS_SECRET_ACCESS_KEY accessKey'),
  ...names('accessKeyId privateKey private_key encryptionKey fernetKey SECRET_KEY_BASE'),
  ...names(
    'webserverSecretKey secretKey licenseKey passphrase token authToken bot_token GITHUB_TOKEN',
  ),
  ...names(
    'credentials sharedSecret tls.key htpasswd adminPasswords sessionKey dockerconfigjson JWT',
  ),
  ...names(
    'api_key_id bearer bearerToken pat githubPat passcode pw DB_PSWD X-API-Key gcpKey encKey',
  ),
  ...names(
    'serverKey unsealKey stripeKey SUPABASE_KEY ACME_CORP_KEY authkey id_rsa kubeconfig basicAuth',
  ),
  ...names('salt mnemonic password1 dbPassword2 apiKey2 rootpassword3 accessTokens1'),
])('%s says secret', (name) => expect(secretName(name)).toBe('secret'));

it.each([
  ...names('existingSecret existingSecretName existingSecretPasswordKey secretName secretKeyRef'),
  ...names('secretRef passwordSecretName passwordSecret tlsSecret imagePullSecrets pullSecret'),
  ...names('externalSecrets tokenPath passwordFile tokenUrl TOKEN_ENDPOINT adminPasswordKey'),
  ...names('passwordPolicy tokenTTL maxTokens max_tokens createSecret useExistingSecret'),
  ...names('secretProviderClass secretStore passwordMinLength automountServiceAccountToken'),
  ...names(
    'credentialsSecret secretMountPath tokenIssuer existingSecretKey connectionStringSecret',
  ),
  ...names('urlSecret passwordLess kubeconfigPath'),
])('%s is a reference, or about a secret', (name) => expect(secretName(name)).toBe('reference'));

it.each([
  ...names(
    'tokenizer keyspace topologyKey partitionKey key keys publicKey hotkey monkey secretary',
  ),
  ...names('PARTITION_KEY CACHE_KEY KEY patch path pattern saltstack keyId compass bypass passive'),
  ...names('keyPrefix primaryKey kaireon.ai/tier replicas'),
  '',
])('%s says nothing of a secret', (name) => expect(secretName(name)).toBeUndefined());
