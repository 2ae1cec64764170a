import { versionIds } from './asked.ts';
import { countsOf } from './counts.ts';
import { definitions } from './definitions.ts';
import { openLedger } from './disclosure/ledger.ts';
import { NONE } from './isReleased.ts';
import { protect } from './disclosure/protect.ts';
import { partitionsOf } from './partitions/partitionsOf.ts';
import type { Release } from './release.ts';
import { questionnaire } from '../survey/questionnaire.ts';

const nobody = (side: 'job_seeker' | 'employer') => ({
  names: countsOf(side).map(({ name }) => name),
  groups: [],
  screened_out: [],
});

let made: Release | undefined;

/**
 * What a site shows before its first release: every table of the catalogue, made of nobody by the rules of every release,
 * so that no page needs a second way to say “too few answers yet” (protocol 2.11).
 */
export function noRelease(): Release {
  const tally = {
    instrument: [],
    door: {},
    sides: { job_seeker: nobody('job_seeker'), employer: nobody('employer') },
  };
  made ??= {
    id: NONE,
    published: '',
    made_up: false,
    instrument: questionnaire.version,
    versions: [...versionIds],
    commit: null,
    catalogue: '',
    definitions: definitions(),
    door: tally.door,
    tables: [
      ...protect({
        release: NONE,
        partitions: partitionsOf(tally, []),
        earlier: [],
        ledger: openLedger([]),
        due: new Set(),
      }).tables,
    ],
  };
  return made;
}
