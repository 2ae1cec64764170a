import type { QueueEntry } from '../../api/moderation/readQueue.ts';
import { rejections } from '../../thread/rejection.ts';
import { reportReasons } from '../../thread/reportReason.ts';

/** Text that looks like a web address. */
const link = /\b(?:https?:\/\/|www\.)\S/gi;

function reported({ reports }: Pick<QueueEntry, 'reports'>): readonly string[] {
  const given = reportReasons.flatMap(({ code, label }) => {
    const n = reports[code] ?? 0;
    return n === 0 ? [] : [{ n, label }];
  });
  const sum = given.reduce((total, { n }) => total + n, 0);
  if (sum === 0) return [];
  const reasons = given.map(({ n, label }) => `“${label}”${n === 1 ? '' : `, ${n} times`}`);
  return [`${sum === 1 ? 'Reported once' : `Reported ${sum} times`}: ${reasons.join('; ')}.`];
}

/** What a moderator should notice about a comment before deciding, a sentence each. */
export function flagsOf(
  entry: Pick<QueueEntry, 'text' | 'state' | 'reason' | 'reports'>,
  hasPage: boolean,
): readonly string[] {
  const links = entry.text?.match(link)?.length ?? 0;
  const rejection = rejections.find(({ code }) => code === entry.reason);
  return [
    ...reported(entry),
    ...(entry.state === 'hidden_by_reports' ? ['Hidden from readers by its reports until you decide.'] : []),
    ...(rejection === undefined ? [] : [`Rejected: ${rejection.label}.`]),
    ...(links === 0 ? [] : [links === 1 ? 'Contains a link.' : `Contains ${links} links.`]),
    ...(hasPage ? [] : ['It was sent to a page that this site does not have.']),
  ];
}
