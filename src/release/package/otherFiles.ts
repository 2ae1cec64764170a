import { codebookMarkdown } from '../../survey/codebookMarkdown.ts';
import { questionnaire } from '../../survey/questionnaire.ts';
import { versions } from '../../survey/versions/versions.ts';
import { feedsOf } from '../estimatesOf.ts';
import type { PlainFile } from './dataPackage.ts';
import type { Documents, Publisher } from './publisher.ts';
import { instrumentText, registration } from './registration.ts';

const json = { format: 'json', mediatype: 'application/json' };
const markdown = { format: 'md', mediatype: 'text/markdown' };

/**
 * What a package holds beside its tables.
 * @param frozen the text of release.json, published as it is.
 */
export function otherFiles(
  frozen: string,
  { protocolText, opened }: Publisher & Documents,
): readonly PlainFile[] {
  return [
    {
      name: 'registration',
      path: 'registration.md',
      title: 'What was fixed beforehand',
      description:
        'Since when the questionnaire, the comparisons, the rules and the thresholds are what they are, with the checksum of all of them.',
      ...markdown,
      text: registration(opened),
    },
    {
      name: 'protocol',
      path: 'protocol.md',
      title: 'Research protocol',
      description: 'What is measured, how it is counted and what may be published, with the reasons.',
      ...markdown,
      text: protocolText,
    },
    {
      name: 'codebook-text',
      path: 'codebook.md',
      title: 'Codebook to read',
      description: 'The codebook as a text, with what is kept beside the answers.',
      ...markdown,
      text: codebookMarkdown(versions, feedsOf),
    },
    {
      name: 'instrument',
      path: 'instrument.json',
      title: 'Questionnaire',
      description: 'The questionnaire from which the form itself is made.',
      ...json,
      text: instrumentText(questionnaire),
    },
    ...versions.slice(0, -1).map((one) => ({
      name: `instrument-${one.version}`,
      path: `instrument-${one.version}.json`,
      title: `Questionnaire, version ${one.version}`,
      description: 'An earlier questionnaire, whose answers are counted too.',
      ...json,
      text: instrumentText(one),
    })),
    {
      name: 'release',
      path: 'release.json',
      title: 'Release as it was frozen',
      description:
        'The counts as the release job wrote them; every number of the other files is computed from it.',
      ...json,
      text: frozen,
    },
  ];
}
