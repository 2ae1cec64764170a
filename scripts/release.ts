import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeRelease, releaseText } from '../src/release/makeRelease.ts';
import type { Release } from '../src/release/release.ts';
import { tally as tallySchema, type Tally } from '../src/release/tally.ts';
import { samplePublished } from '../src/sample/sampleRespondents.ts';
import { connect } from '../src/supabase.ts';
import { questionnaire } from '../src/survey/questionnaire.ts';
import { folders } from './server/folders.ts';
import { portFromEnvironment } from './server/listen.ts';
import { PlainError } from './server/PlainError.ts';
import { runCommand } from './server/runCommand.ts';
import { readSecrets } from './server/secrets.ts';

/**
 * npm run release: from the database to a frozen release in src/content/releases. The embedded database holds made-up
 * respondents and gives the release “sample”; a Supabase project (PUBLIC_SUPABASE_URL) gives the release of the month.
 */

interface Origin {
  readonly url: string;
  readonly secretKey: string;
  readonly head: Pick<Release, 'id' | 'published' | 'made_up'>;
}

function origin(today: string): Origin {
  const url = process.env.PUBLIC_SUPABASE_URL;
  if (url === undefined)
    return {
      url: `http://localhost:${portFromEnvironment()}`,
      secretKey: readSecrets(folders.data).secretKey,
      // A fixed date, so that the same respondents give the same bytes on any day.
      head: { id: 'sample', published: samplePublished, made_up: true },
    };
  const secretKey = process.env.SUPABASE_SECRET_KEY;
  if (secretKey === undefined)
    throw new PlainError(`SUPABASE_SECRET_KEY is not set: the tally of ${url} is for the secret key alone.`);
  return { url, secretKey, head: { id: today.slice(0, 7), published: today, made_up: false } };
}

async function readTally({ url, secretKey }: Origin): Promise<Tally> {
  const reply: { data: unknown; error: { message: string } | null; status: number } = await connect(
    url,
    secretKey,
  ).rpc('tally');
  if (reply.status === 0)
    throw new PlainError(`Nothing answers at ${url}: start the site with "npm start", then run this again.`);
  if (reply.error !== null)
    throw new PlainError(`${url} did not give the tally (status ${reply.status}): ${reply.error.message}`);
  const parsed = tallySchema.safeParse(reply.data);
  if (!parsed.success)
    throw new PlainError(
      `The tally of ${url} is not in the form of this version: run the migrations there first.`,
    );
  return parsed.data;
}

function check({ instrument, sides }: Tally): void {
  const other = instrument.filter((version) => version !== questionnaire.version);
  if (other.length > 0)
    throw new PlainError(
      `The database holds answers to version ${other.join(' and ')} of the questionnaire, this is version ${questionnaire.version}: they cannot be counted together.`,
    );
  if (Object.values(sides).every(({ submitted }) => submitted === 0))
    throw new PlainError(
      'The database holds no answers yet: "npm run sample" puts made-up ones into a local one.',
    );
}

/** Whole or not at all: a reader of the folder never sees half a file. */
async function writeRelease(release: Release): Promise<string> {
  const folder = join(folders.root, 'src/content/releases', release.id);
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'release.json');
  await writeFile(`${file}.part`, releaseText(release));
  await rename(`${file}.part`, file);
  return file;
}

await runCommand(async () => {
  const from = origin(new Date().toISOString().slice(0, 10));
  console.log(`Counting the answers at ${from.url} …`);
  const tally = await readTally(from);
  check(tally);
  const release = makeRelease(tally, { ...from.head, instrument: questionnaire.version });
  const file = await writeRelease(release);
  const { job_seeker, employer } = release.sides;
  const withheld = release.series.filter(({ status }) => status !== 'published');
  console.log(
    `${job_seeker.submitted} job seekers (${tally.quality.job_seeker.included} counted) and ${employer.submitted} employers (${tally.quality.employer.included} counted).`,
  );
  console.log(
    `${release.series.length - withheld.length} of ${release.series.length} series are published${
      withheld.length === 0
        ? '.'
        : `; under the minimum base: ${withheld.map(({ estimate, id }) => `${estimate} ${id}`).join(', ')}.`
    }`,
  );
  console.log(`Wrote the release “${release.id}” to ${file.slice(folders.root.length + 1)}.`);
});
