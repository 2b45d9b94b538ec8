import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from '@/tests/support/text';
import { holdsCredential } from './credential';

it.each([
  ...['user:password@host', 'user:@host', ':password@host', 'amqp://u:p@h/x', 'u:p/q@h', 'u:p@q@h'],
  ...['https://token@host', 'user:p:q@host', 'a,user:p@b', 'é:é@é'],
  ...['password=x', 'PASSWORD: x', 'passwd=x', 'pass=x', 'client_secret=x', 'api-key=x'],
  ...['access_key=x', 'accessKeyId=x', 'access-key-id = x', 'token=x', '?sig=x', 'credential=x'],
  ...['SharedAccessKey=x', 'X-Amz-Signature=x', 'AKIAIOSFODNN7EXAMPLE', 'ASIAIOSFODNN7EXAMPLE'],
  ...['b:6650?authParams=token:eyJhbGciOi', 'https://ghp_0123456789abcdefghij@host', 'Signature=x'],
  ...['Server=db;User Id=sa;Pwd=x;', 'AccountKey=x', '{"private_key": "x"}', 'client-key-data: x'],
  ...['Bearer abcdef', 'Authorization: Basic dXNlcjpw', '{"authorization":"bearer abcdefg"}'],
  ...['u:$2y$10$x', 'https://discord.com/api/webhooks/1/x', 'https://hooks.slack.com/workflows/x'],
  ...['dckr_pat_', 'dop_v1_', 'pypi-AgE', 'whsec_', 'hvs.', 'ya29.', 'SG.'].map(
    (start) => `${start}${'x9'.repeat(8)}`,
  ),
  'x -----BEGIN EC PRIVATE KEY-----',
])('%s is taken for a credential', (text) => {
  expect(holdsCredential(text)).toBe(true);
});

it.each([
  ...['', 'host', 'host:9092', 'a:1,b:2', 'pulsar://b:6650', 'pulsar+ssl://[::1]:6651', 'a@host'],
  ...['Basic authentication', 'a bearer of news', 'Basic 12', 'pwd-service:9092', '$2 a month'],
  ...['eu-west-1', 'orders', 'kaireon_keyspace', 'token-service:9092', 'secret', 'AKIA', 'a@b:1'],
])('%j is not', (text) => {
  expect(holdsCredential(text)).toBe(false);
});

it('is looked for in any text, and sees one among other words', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      holdsCredential(before);
      expect(holdsCredential(`${before} user:password@host ${after}`)).toBe(true);
    }),
  );
});

it.each([
  ['-----BEGIN CERTIFICATE-----\nMIIB', false],
  ['-----BEGIN PUBLIC KEY-----\nMIIB', false],
  ['-----BEGIN PRIVATE KEY-----\nMIIE', true],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIE', true],
  ['-----BEGIN CERTIFICATE-----\nMIIB\n-----BEGIN PRIVATE KEY-----\nMIIE', true],
])('a certificate is public and a private key is not: %j', (text, isCredential) => {
  expect(holdsCredential(text)).toBe(isCredential);
});
