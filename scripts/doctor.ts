import { controller } from '../src/controller.ts';
import { refuseUndone, report } from './doctor/report.ts';
import { folders } from './command/folders.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand } from './command/runCommand.ts';

/** npm run doctor: what would be untrue or unsafe if the site went public now, one line each, and what to do. Changes nothing. */
await runCommand(async () => {
  readOptions('npm run doctor', {});
  // Here and not above: a command that is refused waits for no questionnaire.
  const { examine } = await import('./doctor/examine.ts');
  const findings = await examine({ env: process.env, controller, root: folders.root, dist: folders.dist });
  console.log(report(findings));
  refuseUndone(findings, 'the site is public');
});
