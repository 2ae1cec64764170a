import { PlainError } from './command/PlainError.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand } from './command/runCommand.ts';
import { openProject } from './owner/openProject.ts';

/**
 * npm run release: from the database to a frozen release in src/content/releases. A local database with made-up people
 * gives the release “sample”; everything else the release of the month.
 *   --dry-run   says what would be published and withheld, and writes nothing
 *   --real      a release of the real answers, although made-up people are there too
 *   --sample    the sample again, although real answers are there too
 *   --again     a second release in a month that had one
 *   --recorded  no new release: the folder of one that the database has recorded and that was lost before it was pushed
 *   --progress  no release: writes how many answers each side has, in steps of ten
 *   --due       no release: one line, due=yes or due=no
 */
await runCommand(async () => {
  const flag = { type: 'boolean', default: false } as const;
  const { values: options } = readOptions('npm run release', {
    'dry-run': flag,
    real: flag,
    sample: flag,
    again: flag,
    recorded: flag,
    progress: flag,
    due: flag,
  });
  const instead = (['due', 'progress', 'recorded'] as const).filter((one) => options[one]);
  if (instead.length > 1)
    throw new PlainError(
      `Either --${instead.join(' or --')}: each does something else instead of a release.`,
    );
  if (options.recorded && options['dry-run'])
    throw new PlainError('Either --recorded or --dry-run: what was recorded is written, or left.');
  const project = openProject();
  // A wrong address is seen before anything comes of it.
  if (!options.due) console.log(`Counting the answers at ${project.url} …`);
  // Here and not above: who mistypes an option waits for no catalogue of estimates.
  const { runRelease } = await import('./release/runRelease.ts');
  await runRelease(project, options);
});
