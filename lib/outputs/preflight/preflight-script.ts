import { grouped } from '@/lib/domain/grouped';
import { firstSentence } from '@/lib/domain/limit';
import { shellQuote } from '@/lib/domain/shell-quote';
import type { Material } from '@/lib/outputs/output';
import { type AppliedPrerequisite, prerequisitesOf } from '@/lib/reading/prerequisites';

/**
 * `preflight.sh`: the items of `PREFLIGHT.md` as a POSIX script that only reads. It runs every command that has what
 * it needs, says of each item `ok`, `missing` or `cannot tell`, and ends with 0, 1 or 2.
 */
export function preflightScript({ catalog, reading }: Material): string {
  const items = prerequisitesOf(catalog, reading);
  const run = items.filter(({ isByHand }) => !isByHand);
  const byHand = items.filter(({ isByHand }) => isByHand);
  const variables = [...new Set(run.flatMap((item) => item.variables))];
  return [
    HEAD.replace('<answers>', reading.link || 'defaults').replace(
      '<variables>',
      variables.map((name) => `\n#   ${name}`).join('') || ' none',
    ),
    FUNCTIONS,
    ...[...grouped(run, ({ section }) => section)].flatMap(([section, some]) => [
      `printf '\\n%s\\n' ${shellQuote(section)}`,
      ...some.map(itemLines),
    ]),
    ...byHand.map((item) => `by_hand ${shellQuote(item.id)} ${shellQuote(sentence(item))}\n`),
    END,
  ].join('\n');
}

const HEAD = `#!/bin/sh
# preflight.sh: what must exist before helm upgrade applies values-large.yaml, asked of what is there.
# answers: <answers>
#
#   sh preflight.sh
#
# It only reads: nothing is created, changed or deleted, and no secret is printed. It ends with 0 when everything is
# there, 1 when something is missing, 2 when something cannot be told. PREFLIGHT.md says of each item why it matters.
# It runs where kubectl and the clients reach what they name. Shell variables that it reads, to be exported before:<variables>
#
# Awk, queries and inner shells expand what stands in single quotes themselves; a host may have any name.
# shellcheck disable=SC1003,SC2016
`;

/**
 * No program says in the same way that it could not ask. So a failure whose output speaks of a connection or of
 * permission is `cannot tell`, as is one of a program that is not there.
 */
const FUNCTIONS = `ok=0 missing=0 unknown=0 left=0
export PGCONNECT_TIMEOUT="\${PGCONNECT_TIMEOUT:-10}" AWS_MAX_ATTEMPTS="\${AWS_MAX_ATTEMPTS:-2}" AWS_PAGER=''

say() { printf '%-12s %s: %s\\n' "$1" "$2" "$3"; }
# The first lines of a text, without what kubectl logs beside its answer.
more() { printf '%s\\n' "$1" | sed -e '/^[EIW][0-9][0-9][0-9][0-9] /d' -e 's/^/             /' -e 20q; }

# Begins an item: its id and its sentence. What follows are the programs and, after a $, the variables that it needs.
# Says which is not there.
ask() {
  id=$1 sentence=$2
  shift 2
  for need in "$@"; do
    case $need in
      '$'*)
        eval "given=\\\${\${need#?}:-}"
        why="skipped, because \${need#?} is not set"
        ;;
      *)
        given=$(command -v "$need" || :)
        why="skipped, because $need is not on this machine's path"
        ;;
    esac
    [ -n "$given" ] && continue
    unknown=$((unknown + 1))
    say 'cannot tell' "$id" "$sentence"
    more "$why"
    return 1
  done
}

# What programs say that could not ask.
UNASKED='refused|timed out|timeout|no such host|no route to host|unreachable|handshake|certificate|throttl'
UNASKED="$UNASKED|(could not|unable to|failed to) (connect|translate|resolve)|could not be established|connection to server"
UNASKED="$UNASKED|credentials|access ?denied|permission denied|not authorized|unauthorized|forbidden|authentication|noauth|wrongpass"
UNASKED="$UNASKED|expired ?token|security token|specify a region|config profile|current-context|no configuration"

# Ends an item: the exit code of its command, who judges it, what it printed, and what a good answer looks like.
judge() {
  reached=yes
  printf '%s\\n' "$3" | grep -Eiq "$UNASKED" && reached=no
  if [ "$1" -eq 0 ] && [ "$2" = 'exit code' ]; then
    ok=$((ok + 1))
    say 'ok' "$id" "$sentence"
    return
  fi
  if [ "$1" -gt 0 ] && [ "$1" -ne 126 ] && [ "$1" -ne 127 ] && [ "$2" = 'exit code' ] && [ "$reached" = yes ]; then
    missing=$((missing + 1))
    say 'missing' "$id" "$sentence"
  else
    unknown=$((unknown + 1))
    say 'cannot tell' "$id" "$sentence"
    [ "$1" -eq 0 ] || more "the command ended with $1 and printed:"
  fi
  more "\${3:-(nothing printed)}"
  [ -z "$4" ] || more "A good answer: $4"
}

# An item whose command does more than read.
by_hand() {
  left=$((left + 1))
  say 'by hand' "$1" "$2"
}
`;

const END = `printf '\\n%s ok, %s missing, %s cannot be told, %s to do by hand, as PREFLIGHT.md says.\\n' "$ok" "$missing" "$unknown" "$left"
[ "$missing" -eq 0 ] || exit 1
[ "$unknown" -eq 0 ] || exit 2
`;

/** What must exist, without the explanation that follows it. */
const sentence = ({ text }: AppliedPrerequisite): string => forTerminals(firstSentence(text));

const forTerminals = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

function itemLines(item: AppliedPrerequisite): string {
  const { id, verify, tools, variables, judgedBy, good } = item;
  const needs = [...tools, ...variables.map((name) => `$${name}`)].map((need) => shellQuote(need));
  return [
    `if ask ${shellQuote(id)} ${shellQuote(sentence(item))} ${needs.join(' ')}; then`,
    `  printed=$({`,
    verify,
    `  } 2>&1)`,
    `  judge "$?" ${shellQuote(judgedBy)} "$printed" ${shellQuote(forTerminals(good))}`,
    'fi',
    '',
  ].join('\n');
}
