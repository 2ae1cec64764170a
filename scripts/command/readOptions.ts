import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { PlainError } from './PlainError.ts';

/** What a command was given, as node:util reads it. */
type Given<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>;

/**
 * Reads what stands behind a command.
 * @param command as it is typed, such as "npm run release"
 * @param options those it knows
 * @param words what else it takes, in words that follow the options; nothing when absent
 * @throws {PlainError} for an option it does not know, or a word where it takes none
 */
export function readOptions<Options extends ParseArgsOptionsConfig>(
  command: string,
  options: Options,
  words?: string,
): Given<Options> {
  const names = Object.keys(options).map((name) => `--${name}`);
  const list = new Intl.ListFormat('en-GB').format(names);
  const usage =
    names.length === 0
      ? `${command} takes no options.`
      : `${command} takes ${words === undefined ? list : `${list}, ${words}`}, written after a double dash: ${command} -- ${names[0] ?? ''}`;
  let given: Given<Options>;
  try {
    given = parseArgs({ options, allowPositionals: true });
  } catch {
    throw new PlainError(usage);
  }
  if (words === undefined && given.positionals.length > 0) throw new PlainError(usage);
  return given;
}
