import { holdsCredential } from '@/lib/domain/credential';
import { isMapping } from '@/lib/domain/mapping';
import { formatPath, type Path } from '@/lib/domain/path';
import { secretName } from '@/lib/domain/secret-name';
import type { UserValue } from '@/lib/domain/user-files';

/** A secret that stands in a file, and what gives it away. */
export interface FoundSecret {
  /** Its own path, which may lie inside a list. */
  readonly path: string;
  readonly by: 'name' | 'value';
}

/** Mappings in which each text is a secret, whatever its key: `stringData`, `secrets: { openai: … }`. */
const HOLDERS =
  /^(?:string_?data|(?:.*[_-])?secrets?(?:_?env|_?data)?|.*Secrets?(?:Env|Data)?|credentials?|passwords|tokens)$/i;
/** Keys below them that are no secrets: where secrets are kept, and how. */
const PARTS =
  /^(?:name|key|keys|ref|refs|type|kind|enabled|create|optional|path|file|namespace|annotations|labels|provider|property|version|remoteRef|existing.*|.*(?:Name|Ref|Path|Class))$/;
/** Below these no name marks a secret: they say where one is kept. */
const REFERENCES = /^(?:valueFrom|envFrom|annotations|labels|.*(?:KeyRef|SecretRef))$/;
/** A value that is filled in elsewhere (by Kubernetes, Vault, SOPS' like, a cloud's own store), or names a file. */
const FILLED_IN =
  /^(?:[\w-]+\.(?:crt|cer|key|pem|jks|p12|pfx)|\$\([\w.-]+\)|\$\{[^}]+\}|\{\{.*\}\}|<path:.*>|(?:ref\+|vault:|op:\/\/|awssm:|gcpsm:|arn:aws:(?:secretsmanager|ssm):).*)$/s;

/**
 * The first secret in a value of a file: by the name of its key, of the item of a list (`- {name: DB_PASSWORD, value: x}`)
 * or of the mapping around it, or because it is a credential, whatever its name. A reference to a secret is not one.
 */
export function secretIn(path: Path, value: UserValue): FoundSecret | undefined {
  if (isMapping(value)) {
    const named = value.name ?? value.key;
    if (typeof named === 'string' && isNamedSecret(named, value.value)) {
      return { path: formatPath([...path, named]), by: 'name' };
    }
  }
  if (typeof value === 'object' && value !== null) {
    const items: Iterable<[string | number, UserValue]> = Array.isArray(value)
      ? value.entries()
      : Object.entries(value);
    for (const [step, item] of items) {
      const found = secretIn([...path, step], item);
      if (found) return found;
    }
    return undefined;
  }
  if (typeof value === 'string' && isCredential(value)) {
    return { path: formatPath(path), by: 'value' };
  }
  return isSecretByPath(path, value) ? { path: formatPath(path), by: 'name' } : undefined;
}

function isSecretByPath(path: Path, value: UserValue): boolean {
  const names = path.filter((step) => typeof step === 'string');
  const [name = '', above] = [names.at(-1), names.slice(0, -1)];
  if (above.some((one) => REFERENCES.test(one) || secretName(one) === 'reference')) return false;
  if (isNamedSecret(name, value)) return true;
  const isHeld = above.some((one) => HOLDERS.test(one)) && !PARTS.test(name);
  return isHeld && secretName(name) === undefined && isText(value);
}

const isNamedSecret = (name: string, value: UserValue | undefined): boolean =>
  secretName(name) === 'secret' && (isText(value) || (typeof value === 'number' && isWord(name)));

/** A number may be a password; as a key or a token it is a count or a limit. */
const isWord = (name: string) => /pass|pwd|secret$/i.test(name);

/** Text that is not blank, and is not filled in elsewhere. */
const isText = (value: UserValue | undefined): boolean =>
  typeof value === 'string' && value.trim() !== '' && !FILLED_IN.test(value);

/** What looks like a user and a password in an address, but is not: a digest, git over ssh, a mail address. */
const HARMLESS = /@sha256:[0-9a-f]+|\bssh:\/\/[\w.-]+@|\bmailto:/g;

const isCredential = (text: string): boolean =>
  !FILLED_IN.test(text) && holdsCredential(text.replace(HARMLESS, ''));
